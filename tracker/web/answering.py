"""Answers with a validator: who has the newest already is told so, and sent nothing."""

import hashlib
import re
from collections.abc import Mapping

from fastapi import Request
from starlette.responses import Response

__all__ = ["answer", "attachment"]


def answer(
    request: Request,
    body: str | bytes,
    media_type: str,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """`body`, or 304 where the request names the tag that it has."""
    content = body.encode() if isinstance(body, str) else body
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    more = {**(headers or {}), "ETag": f"W/{tag}"}  # the same, compressed or not
    if status == 200 and _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=more)
    return Response(content, status, more, media_type)


def _has(condition: str, tag: str) -> bool:
    known = {one.strip().removeprefix("W/") for one in condition.split(",")}
    return tag in known or "*" in known


def attachment(name: str, extension: str) -> dict[str, str]:
    """The header that names a download, whatever `name` holds."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()[:60] or "timeline"
    return {"Content-Disposition": f'attachment; filename="{plain}.{extension}"'}
