"""The settings of one running service, read once from the environment and refused where they are wrong."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

SECRET_LENGTH = 32
_SECRET_FILE = "secret-key"  # noqa: S105  (a file name)
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})
_LEVELS = ("debug", "info", "warning", "error")
_HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]+)?|\[[0-9a-f:]+\](:[0-9]+)?")

_E_MAIL = re.compile(r"(?!\.|.*\.[.@])[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class ConfigError(Exception):
    """A setting that cannot be used; the message is one line and never repeats a secret."""


class Environment(StrEnum):
    """What the service is run for."""

    DEMO = "demo"
    DEVELOPMENT = "development"
    PRODUCTION = "production"
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """The mail server that messages go out through, and the addresses they come from."""

    host: str
    port: int
    security: str
    """`tls` from the first byte, `starttls` after the greeting, or `none`."""
    sender: str
    bounces: str
    reply_to: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that may differ between two installations."""

    environment: Environment
    secret_key: str = field(repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(default=(), repr=False)
    database_url: str = field(repr=False)
    database_prepare: bool = True
    server_address: str = "http://127.0.0.1:8000"
    trusted_hosts: tuple[str, ...] = ()
    """Empty: any. Flask's form: a leading dot covers the subdomains."""
    proxy_hops: int = 0
    cookie_secure: bool = False
    log_level: str = "info"
    mail: MailSettings | None = None
    """None: nothing is sent."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str], *, instance_path: Path) -> "Config":
        """Read and check every setting; raises ConfigError. Keeps a made-up secret key in `instance_path`."""
        settings = _Settings(environ)
        environment = Environment(settings.choice("QUIZ_ENVIRONMENT", tuple(Environment), default="development"))
        production = environment is Environment.PRODUCTION
        quiet = environment in (Environment.DEMO, Environment.TEST)
        address = settings.address("SERVER_ADDRESS", default="http://127.0.0.1:8000")
        # Whoever names the public address has named the host too; checks from the machine itself stay possible.
        named = (urlsplit(address).hostname or "", "localhost", "127.0.0.1") if settings.text("SERVER_ADDRESS") else ()
        return cls(
            environment=environment,
            secret_key=settings.secret("SECRET_KEY") or _made_up_secret(environment, instance_path),
            secret_key_fallbacks=settings.secrets("SECRET_KEY_FALLBACKS"),
            database_url=settings.database_url("DATABASE_URL") or _own_database(instance_path),
            database_prepare=settings.yes_no("DATABASE_PREPARE", default=True),
            server_address=address,
            trusted_hosts=settings.hosts("TRUSTED_HOSTS", default=named),
            proxy_hops=settings.number("PROXY_HOPS", default=0, least=0, most=5),
            cookie_secure=settings.yes_no("COOKIE_SECURE", default=production),
            log_level=settings.choice("LOG_LEVEL", _LEVELS, default="warning" if quiet else "info"),
            mail=_read_mail(settings),
        )


class _Settings:
    """Typed readers; an empty value counts as not set."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def text(self, name: str) -> str | None:
        return self._environ.get(name, "").strip() or None

    def choice(self, name: str, choices: tuple[str, ...], *, default: str) -> str:
        value = (self.text(name) or default).lower()
        if value not in choices:
            raise ConfigError(f"{name} must be one of {', '.join(choices)}, not {value!r}")
        return value

    def yes_no(self, name: str, *, default: bool) -> bool:
        value = self.text(name)
        if value is None:
            return default
        if value.lower() not in _TRUE | _FALSE:
            raise ConfigError(f"{name} must be yes or no, not {value!r}")
        return value.lower() in _TRUE

    def number(self, name: str, *, default: int, least: int, most: int) -> int:
        value = self.text(name)
        if value is None:
            return default
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            raise ConfigError(f"{name} must be a whole number from {least} to {most}, not {value!r}")
        return int(value)

    def secret(self, name: str) -> str | None:
        value = self.text(name)
        if value is not None:
            _check_secret(name, value)
        return value

    def secrets(self, name: str) -> tuple[str, ...]:
        values = _parts(self.text(name))
        for value in values:
            _check_secret(name, value)
        return values

    def hosts(self, name: str, *, default: tuple[str, ...]) -> tuple[str, ...]:
        values = _parts(self.text(name))
        for value in values:
            if not _HOST.fullmatch(value.lower()):
                raise ConfigError(f"{name} must hold host names separated by commas, and {value!r} is none")
        return values or default

    def address(self, name: str, *, default: str) -> str:
        value = (self.text(name) or default).rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ConfigError(f"{name} must be an address such as https://quiz.example.nhs.uk, not {value!r}")
        return value

    def e_mail(self, name: str) -> str | None:
        value = self.text(name)
        if value is not None and not _E_MAIL.fullmatch(value):
            raise ConfigError(f"{name} must be an e-mail address such as quiz@example.nhs.uk, not {value!r}")
        return value

    def database_url(self, name: str) -> str | None:
        value = self.text(name)
        if value is None:
            return None
        scheme, separator, rest = value.partition("://")
        if scheme in ("postgres", "postgresql"):
            scheme = "postgresql+psycopg"
        if separator != "://" or scheme not in ("sqlite", "postgresql+psycopg"):
            raise ConfigError(f"{name} must begin with sqlite:/// or postgresql://")
        if not rest.partition("/")[2] or ":memory:" in rest:
            raise ConfigError(f"{name} must name a database after the last slash")
        return f"{scheme}://{rest}"


def _read_mail(settings: _Settings) -> MailSettings | None:
    """Every setting is looked at, also where there is no mail server, so that a mistake in one is not found later."""
    host, user, password = settings.text("SMTP_HOST"), settings.text("SMTP_USER"), settings.text("SMTP_PASSWORD")
    security = settings.choice("SMTP_SECURITY", tuple(_PORTS), default="starttls")
    port = settings.number("SMTP_PORT", default=_PORTS[security], least=1, most=65535)
    timeout = settings.number("SMTP_TIMEOUT", default=20, least=1, most=120)
    sender, reply_to = settings.e_mail("MAIL_FROM"), settings.e_mail("MAIL_REPLY_TO")
    bounces = settings.e_mail("MAIL_BOUNCE_ADDRESS") or sender
    if (user is None) != (password is None):
        raise ConfigError("SMTP_USER and SMTP_PASSWORD go together; one of them is not set")
    if host is None:
        return None
    if not _HOST.fullmatch(host.lower()) or host.startswith(".") or ":" in host:
        raise ConfigError(f"SMTP_HOST must be the name of a mail server, without a port, not {host!r}")
    if sender is None or bounces is None:
        raise ConfigError("MAIL_FROM must be set where SMTP_HOST is: the address messages come from")
    if user is not None and security == "none":
        raise ConfigError("SMTP_PASSWORD would be readable on the way; set SMTP_SECURITY to tls or starttls")
    return MailSettings(
        host=host,
        port=port,
        security=security,
        sender=sender,
        bounces=bounces,
        reply_to=reply_to,
        user=user,
        password=password,
        timeout=timeout,
    )


def _own_database(instance_path: Path) -> str:
    try:
        instance_path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"DATABASE_URL is not set and {instance_path} cannot be made: {error.strerror}") from error
    return f"sqlite:///{instance_path / 'quiz.sqlite'}"


def _check_secret(name: str, value: str) -> None:
    if len(value) < SECRET_LENGTH:
        raise ConfigError(f"{name} must have at least {SECRET_LENGTH} characters; it has {len(value)}")
    if len(set(value)) < 8:  # such as aaaa…, or a word repeated to reach the length
        raise ConfigError(f"{name} must be random; it repeats the same few characters")


def _made_up_secret(environment: Environment, instance_path: Path) -> str:
    if environment is Environment.PRODUCTION:
        raise ConfigError(
            'SECRET_KEY must be set in production (python -c "import secrets; print(secrets.token_hex())")'
        )
    if environment is Environment.TEST:
        return secrets.token_hex()
    path = instance_path / _SECRET_FILE
    try:
        if not path.exists():
            _keep_secret(path)
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"SECRET_KEY is not set and none could be kept in {path}: {error}") from error
    _check_secret(str(path), secret)
    return secret


def _keep_secret(path: Path) -> None:
    """Write the whole file beside its place first, so that workers starting together all read the same key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(), encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another worker was first; its key counts
    finally:
        draft.unlink()


def _parts(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())
