"""Makes the files of this folder from the published nhsuk-frontend package, when a developer raises its version.

    npm pack nhsuk-frontend@10.6.1
    python quizapp/static/nhsuk/vendor.py nhsuk-frontend-10.6.1.tgz

Raise nhsuk-frontend-jinja in requirements.in to its matching version in the same change.
"""

import hashlib
import json
import re
import sys
import tarfile
from pathlib import Path

VERSION = "10.6.1"
FOLDER = Path(__file__).resolve().parent
SUMS = "SHA256SUMS"

_DIST = "package/dist/nhsuk/"
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_FONT_NAME = re.compile(r"""["']?Frutiger W01["']?,""")
_IMAGE = re.compile(r"url\(/assets/(images/[a-z-]+\.svg)\)")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=\S+ \*/\s*|//# sourceMappingURL=\S+\s*")


def main(package: Path) -> None:
    """Unpack, change and write the style sheet, the script, the images they name, and their checksums."""
    with tarfile.open(package) as archive:
        version = json.loads(_read(archive, "package/package.json"))["version"]
        if version != VERSION:
            raise SystemExit(f"{package} is version {version}; this script is for {VERSION}")
        published = _read(archive, _DIST + "nhsuk-frontend.min.css")
        files = {
            "nhsuk-frontend.min.css": adapt_style(published),
            "nhsuk-frontend.min.js": drop_source_map(_read(archive, _DIST + "nhsuk-frontend.min.js")),
            **{name: _read(archive, f"{_DIST}assets/{name}") for name in named_images(published)},
        }
    for name, text in files.items():
        path = FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    (FOLDER / SUMS).write_text(checksums(files), encoding="utf-8", newline="")


def adapt_style(css: str) -> str:
    """Leave out the licensed font on an outside host, make image addresses relative, drop the source map."""
    css = _FONT_FACE.sub("", css)
    css = _FONT_NAME.sub("", css)
    css = _IMAGE.sub(r"url(\1)", css)
    return drop_source_map(css)


def drop_source_map(text: str) -> str:
    """Drop the comment that makes browsers ask for a file that is not here."""
    return _SOURCE_MAP.sub("", text)


def named_images(css: str) -> list[str]:
    """The images the published style sheet uses; the favicons and the manifest carry the NHS logo and stay out."""
    return sorted(set(_IMAGE.findall(css)))


def checksums(files: dict[str, str]) -> str:
    """One line a file, as `sha256sum --check` reads it."""
    lines = [f"{hashlib.sha256(files[name].encode()).hexdigest()}  {name}\n" for name in sorted(files)]
    return "".join(lines)


def _read(archive: tarfile.TarFile, name: str) -> str:
    member = archive.extractfile(name)
    if member is None:
        raise SystemExit(f"no {name} in the package")
    return member.read().decode("utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
