"""Paragraphs out of markup that holds nothing but a story: bodies of wire formats, feeds and documents."""

from __future__ import annotations

from typing import Any

BLOCKS = frozenset(
    (
        "p div li ul ol dl dt dd blockquote section article h1 h2 h3 h4 h5 h6 tr table pre figure hl1 hl2 br hr body "
        "block body.content para title header footer td th"
    ).split()
)
"""Elements that begin a new paragraph."""
LEFT_OUT = frozenset("script style template noscript media figure table-meta aside iframe svg".split())
"""Elements whose text is no part of the story."""


def local_name(element: Any) -> str:
    """Its name without namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def paragraphs_of(element: Any) -> list[str]:
    """The paragraphs below an element, white space collapsed."""
    parts: list[list[str]] = [[]]
    _walk(element, parts)
    texts = (" ".join("".join(part).split()) for part in parts)
    return [text for text in texts if text]


def _walk(element: Any, parts: list[list[str]]) -> None:
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, is_end = stack.pop()
        name = local_name(node)
        if is_end:
            if name in BLOCKS:
                parts.append([])
            if node is not element and node.tail:
                parts[-1].append(node.tail)
            continue
        stack.append((node, True))
        if not name or name in LEFT_OUT:
            continue
        if name in BLOCKS:
            parts.append([])
        if node.text:
            parts[-1].append(node.text)
        stack.extend((child, False) for child in reversed(node))


def text_of_markup(markup: str) -> str:
    """The text of a piece of HTML, paragraphs with blank lines between them; empty where there is none."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.fromstring(f"<div>{markup}</div>")
    except (etree.LxmlError, ValueError):
        return ""
    return "\n\n".join(paragraphs_of(root))


def parse_xml(content: bytes) -> Any:
    """The root of an XML document; nothing is fetched.  ValueError where it is none or has own entities."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.LxmlError as error:
        raise ValueError(str(error)) from error
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):
        raise ValueError("it declares entities of its own")
    return root


def find_local(element: Any, *names: str) -> Any:
    """The first element below of one of these names, whatever its namespace; None where there is none."""
    return next((one for one in element.iter() if local_name(one) in names), None)


def text_of(element: Any) -> str | None:
    """The text below an element on one line; None where there is none."""
    text = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return text or None
