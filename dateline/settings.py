"""The settings table: one frozen object, read once at a program's start and passed in.

Each line is a setting: name, type, default, help.  The environment (`DATELINE_PORT=8001`), the help texts and
`docs/settings.md` come from it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from schema.errors import SettingError
from schema.readers import Shown
from schema.rights import Rights, Texts
from schema.scopes import OPENABLE, Scope

PROJECT = Path(__file__).resolve().parents[1]
DEFAULT_DATABASE = f"sqlite:///{PROJECT / 'data' / 'dateline.db'}"

Port = Annotated[int, Field(ge=0, le=65535)]
Count = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(gt=0)]
LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["auto", "text", "json"]
Kernel = Literal["auto", "numpy", "thinc"]
LoggedRequests = Literal["failed", "all", "none"]
HOST = r"^(\*|[A-Za-z0-9._:-]+)$"
ORIGIN = r"^(\*|https?://[A-Za-z0-9.\-\[\]:]+)$"


def _split(value: object) -> object:
    """`a,b` as the environment gives it, as a list."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _check_model_url(url: str) -> str:
    """No secrets in it: addresses are told in errors and logs."""
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or "@" in parts.netloc):
        raise ValueError("it is like http://127.0.0.1:11434/v1, without a name, password or question mark")
    return url


ModelUrl = Annotated[str, AfterValidator(_check_model_url)]


def _prices(value: object) -> object:
    """`0.15/0.60` as two numbers."""
    if value == "":
        return None
    return tuple(value.split("/")) if isinstance(value, str) else value


Price = Annotated[float, Field(ge=0)]
ModelPrice = Annotated[tuple[Price, Price] | None, BeforeValidator(_prices), NoDecode]

Origins = Annotated[
    tuple[Annotated[str, Field(pattern=ORIGIN)], ...],
    BeforeValidator(_split),
    # The environment's text is split here, not read as JSON.
    NoDecode,
]

Hosts = Annotated[tuple[Annotated[str, Field(pattern=HOST)], ...], BeforeValidator(_split), NoDecode]


def _open(value: object) -> object:
    """`none`, or scopes with commas between."""
    if value == "":
        return None
    return () if value == "none" else _split(value)


def _openable(scopes: tuple[Scope, ...] | None) -> tuple[Scope, ...] | None:
    if not set(scopes or ()) <= OPENABLE:
        raise ValueError("a change has to have a name to it: only read and export can be open to all")
    return scopes


OpenScopes = Annotated[tuple[Scope, ...] | None, BeforeValidator(_open), AfterValidator(_openable), NoDecode]


class Settings(BaseSettings):
    """What an operator can choose."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, populate_by_name=True, extra="ignore")

    database_url: str = Field(
        DEFAULT_DATABASE,
        description="Where facts are kept: `sqlite:///path/to/file.db` or `postgresql://user:password@host/name`.",
        validation_alias=AliasChoices("DATABASE_URL", "DATELINE_DATABASE_URL"),
    )
    database_replica_url: str = Field(
        "",
        description="A copy of that database which PostgreSQL keeps by streaming: the server's reads go there, and to "
        "the primary where it does not answer; empty where there is none.",
        validation_alias=AliasChoices("DATABASE_REPLICA_URL", "DATELINE_DATABASE_REPLICA_URL"),
    )
    replica_lag_seconds: Seconds = Field(
        30.0, description="How far behind the copy may be, in seconds, before the primary answers instead."
    )
    host: str = Field("127.0.0.1", description="Address that the server listens on.")
    port: Port = Field(8000, description="Port that the server listens on; 0 takes a free one.")
    model: str = Field("", description="A spaCy English pipeline to read with; empty takes the best one installed.")
    kernel: Kernel = Field(
        "auto",
        description="What does the language model's arithmetic: `numpy`; `thinc`, which is spaCy's own; or `auto`, "
        "which tries both as it starts and takes NumPy's where it is right and no slower.",
    )
    model_url: ModelUrl = Field(
        "",
        description="A server that speaks OpenAI's protocol of chat completions, up to `/v1`: "
        "`http://127.0.0.1:11434/v1`.",
    )
    model_name: Annotated[str, Field(max_length=200)] = Field(
        "", description="The model as its server calls it: `qwen3:8b`."
    )
    model_key: SecretStr = Field(SecretStr(""), description="The key of that server; empty where it wants none.")
    model_context: Annotated[int, Field(ge=4096)] = Field(
        8_192, description="Tokens that the model can hold, question and answer together; longer articles go in parts."
    )
    model_concurrency: Annotated[int, Field(ge=1, le=64)] = Field(
        4, description="Questions that each reading process asks at once."
    )
    model_timeout: Seconds = Field(
        120.0,
        description="Longest time that one answer may take, in seconds, all tries together; then the article is set "
        "aside.",
    )
    model_budget: Count | None = Field(
        None, description="Tokens that one run may spend, questions and answers together; empty for no limit."
    )
    model_price: ModelPrice = Field(
        None,
        description="What a million tokens cost, of questions and of answers, for `--estimate`: `0.15/0.60`.",
    )
    model_shown: Shown = Field(
        Shown.RULES, description="Whose value is shown where rules and model both give one: `rules` or `model`."
    )
    allow_remote_model: bool = Field(
        False, description="Whether articles may be sent to a model on another machine than this one."
    )
    cache_dir: Path | None = Field(None, description="Folder of the gazetteer; empty takes the user's cache folder.")
    gazetteer: Path | None = Field(
        None,
        description="A CSV file of places of your own, read beside the built-in ones (docs/gazetteer.md); "
        "empty where there is none.",
    )
    actors: Path | None = Field(
        None,
        description="A CSV file of actors of your own: names, countries, ids elsewhere (docs/actors.md); empty where "
        "there is none.",
    )
    workers: Count | None = Field(None, description="Processes that read articles; empty takes one for each core.")
    article_seconds: Seconds = Field(
        120.0,
        description="Longest time that reading one article may take in a batch, in seconds; then it is set aside.",
    )
    max_body_bytes: Count = Field(1_000_000, description="Largest request body that the server accepts, in bytes.")
    max_request_seconds: Seconds = Field(
        20.0,
        description="Longest time that the head of a request may take to arrive, its body, and a client to take what "
        "waits for it, in seconds each; then the connection is closed.",
    )
    max_query_characters: Count = Field(50_000, description="Most characters in one GraphQL document, variables apart.")
    max_query_tokens: Count = Field(2_000, description="Most tokens in one GraphQL document.")
    max_query_depth: Count = Field(15, description="Deepest nesting of fields in one GraphQL operation.")
    max_query_cost: Count = Field(
        20_000,
        description="Highest price of one GraphQL operation; `extensions.cost` of each answer tells what it was.",
    )
    max_query_seconds: Seconds = Field(
        10.0,
        description="Longest time that one GraphQL operation may take, in seconds; the database stops working on it.",
    )
    max_subscriptions: Count = Field(
        1_000, description="Most live subscriptions, and most open WebSockets, of one server process."
    )
    max_connection_subscriptions: Count = Field(
        20, description="Most operations that one WebSocket may have under way at once."
    )
    max_subscription_backlog: Count = Field(
        2_000,
        description="Most results that wait for one slow subscriber; with more it loses its place, and is told so.",
    )
    max_message_bytes: Count = Field(65_536, description="Largest message that a WebSocket may send, in bytes.")
    connection_init_seconds: Seconds = Field(
        5.0, description="How long a new WebSocket may take to say `connection_init`, in seconds."
    )
    documents_dir: Path | None = Field(
        None,
        description="Folder of trusted GraphQL documents, `name.graphql` each, asked for by `documentId`; "
        "empty where there are none.",
    )
    trusted_documents_only: bool = Field(
        False, description="Whether GraphQL answers nothing but the documents of that folder."
    )
    max_downloads: Count = Field(
        8, description="Most files that one server process sends at once; each keeps a connection to the database."
    )
    max_client_downloads: Count | None = Field(
        None,
        description="Most of them to one key, or one address without a key; empty for all on 127.0.0.1 and half "
        "elsewhere.",
    )
    allowed_hosts: Hosts = Field(
        (),
        description="Names by which this server may be asked, with commas between, beside its own address: "
        "`news.example`; `*` for all; empty for no others on 127.0.0.1, and for all on other addresses.",
    )
    cors_origins: Origins = Field(
        (),
        description="Origins of web pages that may use the API, with commas between: `https://a.example`; `*` for all; "
        "empty for pages of this server only.",
    )
    rate: str = Field(
        "",
        description="How much one key or address may ask for, in prices: `300000/minute`; `none` for no limit; empty "
        "sets none on 127.0.0.1, and 300000/minute on other addresses.",
    )
    rate_storage: str = Field(
        "memory://",
        description="Where that is counted: `memory://` of each process, or `redis://host:6379` for several.",
    )
    texts: Texts = Field(
        Texts.FULL,
        description="How much of the articles' text is shown, in every kind of answer: `full`; `excerpts`, the words "
        "of each fact with what is around them; or `none`.",
    )
    longest_excerpt: Annotated[int, Field(ge=20)] = Field(
        300, description="Most characters of one excerpt, where excerpts are shown."
    )
    open_scopes: OpenScopes = Field(
        None,
        description="What is allowed without a key: `read,export`, `read`, or `none`; empty allows both on 127.0.0.1 "
        "and must be decided on any other address.",
    )
    api_keys: SecretStr = Field(
        SecretStr(""),
        description="Keys with all scopes beside those of `dateline keys`, for where a secret comes from the "
        "environment: `name:secret` with commas between, secrets of 16 characters or more.",
    )
    site: str = Field(
        "",
        description="Where readers find this server, like `https://news.example`: links in exported rows begin so. "
        "Empty takes the address that a request was sent to, and leaves the links of `dateline export` without one.",
    )
    mcp: bool = Field(False, description="Serve `/mcp`: the Model Context Protocol over HTTP, for language models.")
    licence: str = Field(
        "", description="Licence of articles that name none themselves, like `CC-BY-4.0`; noted as they are read."
    )
    dataset_license: str = Field("", description="Licence that an exported data set names, like `CC-BY-4.0`.")
    dataset_license_url: str = Field("", description="Where the text of that licence is.")
    dataset_citation: str = Field("", description="How those who use an exported data set should cite it.")
    jwt_issuer: str = Field(
        "", description="Whose JSON Web Tokens are taken as keys, as their claim `iss` says; empty where nobody's."
    )
    jwt_audience: str = Field("", description="What the tokens' claim `aud` must hold.")
    jwt_keys: str = Field("", description="The issuer's public keys: the path of a JWK set, or its https address.")
    log_level: LogLevel = Field("info", description="How much is logged: debug, info, warning or error.")
    log_format: LogFormat = Field(
        "auto", description="How it is logged: text, json, or auto, which is text on a terminal and json elsewhere."
    )
    log_requests: LoggedRequests = Field(
        "failed", description="Which requests the server logs: failed (or longer than a second), all or none."
    )
    metrics: bool = Field(True, description="Whether the server tells Prometheus about itself at `/metrics`.")
    otlp_endpoint: str = Field(
        "",
        description="Where traces go, by OpenTelemetry's protocol over HTTP: `http://collector:4318`; empty for "
        "nowhere.  Needs `pip install dateline[tracing]`.",
    )
    drain_seconds: Annotated[float, Field(ge=0)] = Field(
        0.0,
        description="How long a server that was told to stop still takes requests while `/ready` says no, in seconds.",
    )

    @property
    def rights(self) -> Rights:
        """How much of the publishers' words is shown."""
        return Rights(self.texts, self.longest_excerpt)


def read_settings(**overrides: object) -> Settings:
    """The settings of this process; `overrides` that are not None win over the environment.

    Raises SettingError naming the setting and what is wrong with it.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingError(
            f"Setting {name}: {first['msg']}, got {first['input']!r}.", hint="See docs/settings.md."
        ) from error
