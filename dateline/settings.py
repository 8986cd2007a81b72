"""The settings table: one frozen object, read once at a program's start and passed in.

Each line is a setting: name, type, default, help.  The environment (`DATELINE_PORT=8001`), the help texts and
`docs/settings.md` come from it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from schema.errors import SettingError

PROJECT = Path(__file__).resolve().parents[1]
DEFAULT_DATABASE = f"sqlite:///{PROJECT / 'data' / 'dateline.db'}"

Port = Annotated[int, Field(ge=0, le=65535)]
Count = Annotated[int, Field(ge=1)]


class Settings(BaseSettings):
    """What an operator can choose."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, populate_by_name=True, extra="ignore")

    database_url: str = Field(
        DEFAULT_DATABASE,
        description="Where facts are kept: `sqlite:///path/to/file.db` or `postgresql://user:password@host/name`.",
        validation_alias=AliasChoices("DATABASE_URL", "DATELINE_DATABASE_URL"),
    )
    host: str = Field("127.0.0.1", description="Address that the server listens on.")
    port: Port = Field(8000, description="Port that the server listens on; 0 takes a free one.")
    model: str = Field("", description="A spaCy English pipeline to read with; empty takes the best one installed.")
    cache_dir: Path | None = Field(None, description="Folder of the gazetteer; empty takes the user's cache folder.")
    workers: Count | None = Field(None, description="Processes that read articles; empty takes one for each core.")
    max_body_bytes: Count = Field(1_000_000, description="Largest request body that the server accepts, in bytes.")
    max_query_tokens: Count = Field(2_000, description="Most tokens in one GraphQL document.")
    max_query_depth: Count = Field(15, description="Deepest nesting of fields in one GraphQL operation.")
    max_query_cost: Count = Field(
        20_000,
        description="Highest price of one GraphQL operation; `extensions.cost` of each answer tells what it was.",
    )
    log_level: str = Field("info", description="How much the server logs: debug, info, warning or error.")


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
