"""How long a server asks to be left alone: the header `Retry-After` (RFC 9110, 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def parse_retry_after(told: str) -> int | datetime | None:
    """Seconds, or the moment, as the header tells it; None where it tells neither."""
    if told.strip().isdecimal():
        return int(told.strip()[:7])
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
