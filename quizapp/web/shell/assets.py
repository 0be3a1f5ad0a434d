"""Style sheets, scripts and images under addresses that change with their content, so browsers keep them for a year."""

import gzip
import hashlib
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request

from quizapp.access.permissions import Permission
from quizapp.web.shell.guard import requires

# Only what a page may ask for; notices, checksums and the script that made the files stay where they are.
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}
_KEEP = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"

bp = Blueprint("assets", __name__)


class Assets:
    """The files of one folder, in memory, under one fingerprint, so that relative addresses inside them hold."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in _TYPES)
        self.files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        self.fingerprint = _fingerprint(self.files)
        self._packed: dict[str, bytes] = {}

    def packed(self, name: str) -> bytes | None:
        """The file gzipped, made when first asked for; None where that saves nothing."""
        if name not in self._packed:
            self._packed[name] = gzip.compress(self.files[name], compresslevel=9, mtime=0)
        packed = self._packed[name]
        return packed if len(packed) < len(self.files[name]) else None


def prepare_assets(app: Flask, folder: Path) -> None:
    """Read the folder, serve it, and give templates `asset(name)`."""
    assets = Assets(folder)
    addresses = {name: f"/static/{assets.fingerprint}/{name}" for name in assets.files}
    app.extensions["quizapp.assets"] = assets
    app.jinja_env.globals["asset"] = lambda name: request.script_root + addresses[name]
    app.register_blueprint(bp)


@bp.get("/static/<string:fingerprint>/<path:name>")
@requires(Permission.PUBLIC)
def file(fingerprint: str, name: str) -> Response:
    """One file; an address from before the last change gets the file of today, to be asked for again next time."""
    assets: Assets = current_app.extensions["quizapp.assets"]
    if name not in assets.files:
        abort(404)
    packed = assets.packed(name) if request.accept_encodings.quality("gzip") else None
    response = Response(packed or assets.files[name], mimetype=_TYPES[Path(name).suffix])
    if packed:
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = _KEEP if fingerprint == assets.fingerprint else _ASK_AGAIN
    return response


def _fingerprint(files: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in files.items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:12]
