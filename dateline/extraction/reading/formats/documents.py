"""Documents: Word, OpenDocument, RTF, PDF with a text layer, EPUB.  Their paragraphs become plain text."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import unquote

from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.formats.databases import read_databases
from dateline.extraction.reading.inputs import LARGEST, LARGEST_DOCUMENT, Found, Input
from dateline.extraction.reading.markup import find_local, local_name, paragraphs_of, parse_xml, text_of
from schema.mentions import RawArticle

_DROPPED = frozenset("del movefrom instrtext deltext delinstrtext footnotereference txbxcontent fallback".split())
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-", "ptab": "\t"}
_TROUBLE = (ValueError, KeyError, zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError)


def read_word(source: Input) -> Iterator[Found]:
    """A Word document: what is inserted and not yet accepted counts, what is deleted does not."""
    try:
        with zipfile.ZipFile(source.seekable()) as parts:
            body = find_local(parse_xml(_part(parts, "word/document.xml")), "body")
            paragraphs = [_word_paragraph(one) for one in body.iter() if local_name(one) == "p" and _is_kept(one)]
    except _TROUBLE as error:
        yield source.error(f"a Word document that cannot be read: {error}.", "Save it again.")
        return
    yield from _as_articles("\n\n".join(text for text in paragraphs if text.strip()), source)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        content = stream.read(LARGEST_DOCUMENT + 1)
    if len(content) > LARGEST_DOCUMENT:
        raise ValueError(f"{name} is larger than {LARGEST_DOCUMENT:,} bytes")
    return content


def _is_kept(paragraph: Any) -> bool:
    return not any(local_name(above) in _DROPPED for above in paragraph.iterancestors())


def _word_paragraph(paragraph: Any) -> str:
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        name = local_name(node)
        if name in _DROPPED or name == "p" or (name == "r" and _is_hidden(node)):
            continue
        if name == "t":
            parts.append(node.text or "")
        parts.append(_BREAKS.get(name, ""))
        stack.extend(reversed(node))
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    """Whether a run is set as hidden text."""
    mark = find_local(run, "vanish")
    return mark is not None and next((value for key, value in mark.items() if key.endswith("val")), "1") not in (
        "0",
        "false",
    )


def read_opendocument(source: Input) -> Iterator[Found]:
    """An OpenDocument text."""
    try:
        with zipfile.ZipFile(source.seekable()) as parts:
            root = parse_xml(_part(parts, "content.xml"))
    except _TROUBLE as error:
        yield source.error(f"an OpenDocument text that cannot be read: {error}.", "Save it again.")
        return
    for gone in [one for one in root.iter() if local_name(one) in ("tracked-changes", "annotation", "note")]:
        tail = gone.tail
        gone.clear()
        gone.tail = tail
    for space in [one for one in root.iter() if local_name(one) in ("s", "tab", "line-break")]:
        space.text = " "
    body = find_local(root, "text")
    texts = [text_of(one) for one in (body if body is not None else root).iter() if local_name(one) in ("p", "h")]
    yield from _as_articles("\n\n".join(text for text in texts if text), source)


def read_rtf(source: Input) -> Iterator[Found]:
    """A document in Rich Text Format."""
    from striprtf.striprtf import rtf_to_text

    content = source.read_all(LARGEST_DOCUMENT).decode("latin-1")
    if not content.lstrip("\ufeff\xef\xbb\xbf \r\n\t").startswith("{\\rtf"):
        yield source.error("no RTF document, whatever its name says.", "Name it after what it is.")
        return
    code_page = re.search(r"\\ansicpg(\d+)", content[:4000])
    encoding = f"cp{code_page[1]}" if code_page and code_page[1] != "0" else "cp1252"
    content = re.sub(r"\{[^{}]*\\(?:v|strike)(?![a-z0-9])[^{}]*\}", "", content)  # hidden and struck words
    try:
        text: str = rtf_to_text(content, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, KeyError) as error:
        yield source.error(f"an RTF document that cannot be read: {error}.", "Save it again.")
        return
    # striprtf gives characters beyond U+FFFF as halves.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield from _as_articles(text, source)


def read_pdf(source: Input) -> Iterator[Found]:
    """A PDF with a text layer: the blocks of text in reading order, columns apart."""
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams, LTTextContainer
    except ImportError:
        yield source.error("PDF needs pdfminer.six, which is not installed.", "pip install 'dateline[pdf]'", "EXTRA")
        return
    blocks: list[str] = []
    try:
        for page in extract_pages(
            cast("io.IOBase", source.seekable()), laparams=LAParams(boxes_flow=0.0), maxpages=MOST_PAGES
        ):
            blocks += [block.get_text() for block in page if isinstance(block, LTTextContainer)]
            if sum(map(len, blocks)) > LARGEST:
                yield source.error(f"more than {LARGEST:,} characters.", "Split it into articles.", "TOO_LARGE")
                return
    except Exception as error:  # pdfminer.six raises whatever a broken file leads to
        yield source.error(
            f"a PDF that cannot be read: {type(error).__name__} {error}.".replace(" .", "."), "Save it again."
        )
        return
    text = "\n\n".join(_straighten(block) for block in blocks if block.strip())
    if not re.search(r"\w{2}", text):
        yield source.error(
            "a PDF without a text layer: its pages are pictures.", "Recognise its text first (OCR).", "NO_TEXT"
        )
        return
    yield from _as_articles(text, source)


MOST_PAGES = 500
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def _straighten(block: str) -> str:
    """A block with its lines joined, hyphens at their ends and ligatures undone."""
    for ligature, letters in _LIGATURES.items():
        block = block.replace(ligature, letters)
    block = re.sub(r"\(cid:\d+\)", "", block)
    block = re.sub(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zß-öø-ÿ])", "", block.strip())
    return re.sub(r"[ \t]*\n[ \t]*", " ", block)


def read_epub(source: Input) -> Iterator[Found]:
    """An electronic book: each part of it in reading order is an article, navigation left out."""
    try:
        with zipfile.ZipFile(source.seekable()) as parts:
            yield from _read_parts(parts, source)
    except _TROUBLE as error:
        yield source.error(f"an EPUB that cannot be read: {error}.", "Fetch it again.")


def _read_parts(parts: zipfile.ZipFile, source: Input) -> Iterator[Found]:
    root_file = find_local(parse_xml(_part(parts, "META-INF/container.xml")), "rootfile").get("full-path")
    package = parse_xml(_part(parts, root_file))
    items = {one.get("id"): one for one in package.iter() if local_name(one) == "item"}
    publisher, day = text_of(find_local(package, "publisher")), text_of(find_local(package, "date"))
    found = False
    for number, reference in enumerate((one for one in package.iter() if local_name(one) == "itemref"), 1):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(root_file), unquote(item.get("href"))))
        page, encoding = decode(_part(parts, name), f"{source.name}/{name}", html=True)
        paragraphs, title = _page_parts(page)
        if sum(len(text.split()) for text in paragraphs) < 20:
            continue
        found = True
        yield RawArticle(
            f"{source.name}, part {number}", "\n\n".join(paragraphs), "text/plain", encoding,
            title=title, publisher=publisher, published_at=day,
        )  # fmt: skip
    if not found:
        yield source.error("there is no text in it.", "Its pages may be pictures.", "NO_TEXT")


def _page_parts(page: str) -> tuple[list[str], str | None]:
    from lxml import html as lxml_html

    root = lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    title = text_of(find_local(root, "h1", "h2", "h3"))
    body = find_local(root, "body")
    paragraphs = paragraphs_of(body if body is not None else root)
    return (paragraphs[1:] if paragraphs and paragraphs[0] == title else paragraphs), title


def _as_articles(text: str, source: Input) -> Iterator[Found]:
    """The article of a document, or the articles of an export of a news database."""
    text = text.replace("\xa0", " ")
    if not text.strip():
        yield source.error("there is no text in it.", "Its pages may be pictures.", "NO_TEXT")
        return
    found = read_databases(text, "utf-8", source)
    if found is not None:
        yield from found
        return
    yield RawArticle(source.name, text, "text/plain", "utf-8")
