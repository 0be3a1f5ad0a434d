import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from quizapp.config import Config, ConfigError, Environment, MailSettings

KEY = "0123456789abcdefghijklmnopqrstuvwxyz"
SETTINGS_PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


class Recorder(Mapping[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values_, self.asked = values, set[str]()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return self.values_[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)


def read(instance_path: Path, **environ: str) -> Config:
    return Config.from_environ(environ, instance_path=instance_path)


def test_nothing_set_is_a_development_server_with_its_own_database_and_key(tmp_path: Path) -> None:
    config = read(tmp_path / "instance")
    assert config.environment is Environment.DEVELOPMENT
    assert config.database_url == f"sqlite:///{tmp_path}/instance/quiz.sqlite"
    assert len(config.secret_key) >= 32
    assert not config.cookie_secure


def test_the_made_up_key_survives_a_restart_and_is_for_the_owner_alone(tmp_path: Path) -> None:
    first, second = read(tmp_path), read(tmp_path, QUIZ_ENVIRONMENT="demo")
    assert first.secret_key == second.secret_key
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_another_installation_gets_another_key(tmp_path: Path) -> None:
    assert read(tmp_path / "a").secret_key != read(tmp_path / "b").secret_key


def test_production_takes_secure_cookies_and_a_key_of_its_own(tmp_path: Path) -> None:
    config = read(tmp_path, QUIZ_ENVIRONMENT="production", SECRET_KEY=KEY)
    assert config.cookie_secure
    assert config.secret_key == KEY
    assert not (tmp_path / "secret-key").exists()


def test_every_setting_is_read(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        QUIZ_ENVIRONMENT="Production",
        SECRET_KEY=KEY,
        SECRET_KEY_FALLBACKS=f"{KEY}1, {KEY}2",
        DATABASE_URL="postgres://quiz:word@db.example/quiz?sslmode=verify-full",
        DATABASE_PREPARE="no",
        SERVER_ADDRESS="https://quiz.example.nhs.uk/",
        TRUSTED_HOSTS="quiz.example.nhs.uk, .internal",
        PROXY_HOPS="1",
        COOKIE_SECURE="off",
        LOG_LEVEL="warning",
    )
    assert config.secret_key_fallbacks == (f"{KEY}1", f"{KEY}2")
    assert config.database_url == "postgresql+psycopg://quiz:word@db.example/quiz?sslmode=verify-full"
    assert not config.database_prepare
    assert config.server_address == "https://quiz.example.nhs.uk"
    assert config.trusted_hosts == ("quiz.example.nhs.uk", ".internal")
    assert (config.proxy_hops, config.cookie_secure, config.log_level) == (1, False, "warning")


def test_messages_go_out_through_the_mail_server_that_is_named(tmp_path: Path) -> None:
    assert read(tmp_path, MAIL_FROM="quiz@example.nhs.uk").mail is None
    mail = read(tmp_path, SMTP_HOST="mail.example.nhs.uk", MAIL_FROM="quiz@example.nhs.uk").mail
    assert mail == MailSettings(
        host="mail.example.nhs.uk",
        port=587,
        security="starttls",
        sender="quiz@example.nhs.uk",
        bounces="quiz@example.nhs.uk",
    )


def test_every_setting_of_the_mail_server_is_read(tmp_path: Path) -> None:
    mail = read(
        tmp_path,
        SMTP_HOST="mail.example.nhs.uk",
        SMTP_SECURITY="TLS",
        SMTP_PORT="2465",
        SMTP_USER="quiz",
        SMTP_PASSWORD="hunter2",
        SMTP_TIMEOUT="5",
        MAIL_FROM="quiz@example.nhs.uk",
        MAIL_REPLY_TO="learning@example.nhs.uk",
        MAIL_BOUNCE_ADDRESS="bounces@example.nhs.uk",
    ).mail
    assert mail is not None
    assert (mail.security, mail.port, mail.user, mail.password, mail.timeout) == ("tls", 2465, "quiz", "hunter2", 5)
    assert (mail.reply_to, mail.bounces) == ("learning@example.nhs.uk", "bounces@example.nhs.uk")
    assert "hunter2" not in repr(mail)


@pytest.mark.parametrize(("security", "port"), [("tls", 465), ("starttls", 587), ("none", 25)])
def test_the_usual_port_follows_from_the_security(tmp_path: Path, security: str, port: int) -> None:
    mail = read(tmp_path, SMTP_HOST="localhost", SMTP_SECURITY=security, MAIL_FROM="quiz@example.nhs.uk").mail
    assert mail is not None
    assert mail.port == port


def test_who_names_the_public_address_has_named_the_host(tmp_path: Path) -> None:
    config = read(tmp_path, SERVER_ADDRESS="https://quiz.example.nhs.uk:8443")
    assert config.trusted_hosts == ("quiz.example.nhs.uk", "localhost", "127.0.0.1")
    assert read(tmp_path).trusted_hosts == ()


def test_a_database_on_several_hosts_keeps_its_query(tmp_path: Path) -> None:
    url = "postgresql+psycopg://user@/db?host=h1:5432&host=h2:5432&target_session_attrs=read-write"
    assert read(tmp_path, DATABASE_URL=url).database_url == url


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"QUIZ_ENVIRONMENT": "live"}, "QUIZ_ENVIRONMENT"),
        ({"QUIZ_ENVIRONMENT": "production"}, "SECRET_KEY"),
        ({"QUIZ_ENVIRONMENT": "production", "SECRET_KEY": "  "}, "SECRET_KEY"),
        ({"QUIZ_ENVIRONMENT": "production", "SECRET_KEY": "change-me"}, "SECRET_KEY"),
        ({"SECRET_KEY": KEY[:31]}, "SECRET_KEY"),
        ({"SECRET_KEY": "secret" * 8}, "SECRET_KEY"),
        ({"SECRET_KEY_FALLBACKS": f"{KEY},short"}, "SECRET_KEY_FALLBACKS"),
        ({"DATABASE_URL": "mysql://quiz@db/quiz"}, "DATABASE_URL"),
        ({"DATABASE_URL": "quiz.sqlite"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://db.example"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL"),
        ({"DATABASE_PREPARE": "maybe"}, "DATABASE_PREPARE"),
        ({"COOKIE_SECURE": "2"}, "COOKIE_SECURE"),
        ({"SERVER_ADDRESS": "quiz.example.nhs.uk"}, "SERVER_ADDRESS"),
        ({"SERVER_ADDRESS": "ftp://quiz.example.nhs.uk"}, "SERVER_ADDRESS"),
        ({"TRUSTED_HOSTS": "https://quiz.example.nhs.uk"}, "TRUSTED_HOSTS"),
        ({"TRUSTED_HOSTS": "*"}, "TRUSTED_HOSTS"),
        ({"PROXY_HOPS": "-1"}, "PROXY_HOPS"),
        ({"PROXY_HOPS": "6"}, "PROXY_HOPS"),
        ({"PROXY_HOPS": "one"}, "PROXY_HOPS"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
        ({"SMTP_HOST": "mail.example:25", "MAIL_FROM": "quiz@example.nhs.uk"}, "SMTP_HOST"),
        ({"SMTP_HOST": "https://mail.example", "MAIL_FROM": "quiz@example.nhs.uk"}, "SMTP_HOST"),
        ({"SMTP_HOST": "mail.example"}, "MAIL_FROM"),
        ({"MAIL_FROM": "Quiz <quiz@example.nhs.uk>"}, "MAIL_FROM"),
        ({"MAIL_FROM": ".quiz@example.nhs.uk"}, "MAIL_FROM"),
        ({"MAIL_FROM": "quiz.@example.nhs.uk"}, "MAIL_FROM"),
        ({"MAIL_REPLY_TO": "quiz..team@example.nhs.uk"}, "MAIL_REPLY_TO"),
        ({"MAIL_REPLY_TO": "nobody"}, "MAIL_REPLY_TO"),
        ({"MAIL_BOUNCE_ADDRESS": "a@b\nBcc: c@d.example"}, "MAIL_BOUNCE_ADDRESS"),
        ({"SMTP_SECURITY": "ssl3"}, "SMTP_SECURITY"),
        ({"SMTP_PORT": "0"}, "SMTP_PORT"),
        ({"SMTP_TIMEOUT": "600"}, "SMTP_TIMEOUT"),
        ({"SMTP_USER": "quiz"}, "SMTP_USER"),
        (
            {
                "SMTP_HOST": "mail.example",
                "SMTP_SECURITY": "none",
                "SMTP_USER": "quiz",
                "SMTP_PASSWORD": "hunter2",
                "MAIL_FROM": "quiz@example.nhs.uk",
            },
            "SMTP_PASSWORD",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_by_name_in_one_line(
    tmp_path: Path, environ: dict[str, str], named: str
) -> None:
    with pytest.raises(ConfigError, match=rf"^{named} [^\n]+$"):
        read(tmp_path, **environ)


@pytest.mark.parametrize(
    "environ", [{"SECRET_KEY": "hunter2"}, {"DATABASE_URL": "mysql://quiz:hunter2@db/quiz"}], ids=str
)
def test_a_refusal_never_repeats_a_secret(tmp_path: Path, environ: dict[str, str]) -> None:
    with pytest.raises(ConfigError) as refusal:
        read(tmp_path, **environ)
    assert "hunter2" not in str(refusal.value)


def test_the_settings_do_not_print_their_secrets(tmp_path: Path) -> None:
    shown = repr(read(tmp_path, SECRET_KEY=KEY, DATABASE_URL="postgresql://quiz:hunter2@db/quiz"))
    assert KEY not in shown
    assert "hunter2" not in shown


def test_a_damaged_key_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("", encoding="ascii")
    with pytest.raises(ConfigError, match="secret-key"):
        read(tmp_path)


def test_the_settings_page_lists_exactly_what_is_read(tmp_path: Path) -> None:
    environ = Recorder({"SERVER_ADDRESS": "https://quiz.example.nhs.uk"})
    Config.from_environ(environ, instance_path=tmp_path)
    listed = re.findall(r"^\| `([A-Z_]+)` \|", SETTINGS_PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(listed) == sorted(environ.asked)
