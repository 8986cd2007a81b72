"""Made-up articles in the structure of real files, one a format; each tells of the same blast in other words."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable

import orjson
import pyarrow as pa
import zstandard
from pyarrow import ipc, parquet

STORY = (
    "A bomb killed six people in a market in Quetta on Monday, police said. The blast tore through stalls shortly "
    "after noon and wounded twenty others.\n\n"
    "“No group has claimed the attack,” police chief Asad Baloch told reporters in the city. Rescuers searched the "
    "ruins of the market for survivors until the evening."
)
PARAGRAPHS = STORY.split("\n\n")
MARK = "Rescuers searched the ruins of the market"
TITLE = "Blast in Quetta market"
URL = "https://harbour-ledger.example/quetta"


def zip_of(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def tar_of(parts: dict[str, bytes]) -> bytes:
    """A TAR archive."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, content in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return target.getvalue()


def page(story: str = STORY, title: str = TITLE) -> bytes:
    """A web page."""
    paragraphs = "".join(f"<p>{part}</p>" for part in story.split("\n\n"))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>'
        '<meta property="article:published_time" content="2024-06-12T10:00:00+05:00"></head>'
        f"<body><nav>Home News</nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def word() -> bytes:
    """A Word document with a tracked insertion, a deletion and hidden words."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    first = PARAGRAPHS[0].replace("six people", '</w:t></w:r><w:ins w:id="1"><w:r><w:t>six</w:t></w:r></w:ins>'
                                  '<w:del w:id="2"><w:r><w:delText>five</w:delText></w:r></w:del>'
                                  '<w:r><w:rPr><w:vanish/></w:rPr><w:t>CHECK</w:t></w:r>'
                                  '<w:r><w:t xml:space="preserve"> people')  # fmt: skip
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{part}</w:t></w:r></w:p>' for part in (first, PARAGRAPHS[1]))
    return zip_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>',
        }
    )


def opendocument() -> bytes:
    """An OpenDocument text."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = "".join(f"<text:p>{part}</text:p>" for part in PARAGRAPHS)
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        }
    )


def book() -> bytes:
    """An EPUB whose reading order is not that of its files."""
    chapter = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{TITLE}</h1>{{}}</body></html>"
    paragraphs = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    return zip_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/b.opf"/>'
            "</rootfiles></container>",
            "OEBPS/b.opf": "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
            "<dc:publisher>Harbour Ledger</dc:publisher><dc:date>2024-06-12</dc:date></metadata><manifest>"
            '<item id="n" href="nav.xhtml" properties="nav"/><item id="c" href="c%201.xhtml"/></manifest>'
            '<spine><itemref idref="n"/><itemref idref="c"/></spine></package>',
            "OEBPS/nav.xhtml": chapter.format("<p>Contents</p>" * 30),
            "OEBPS/c 1.xhtml": chapter.format(paragraphs),
        }
    )


def sheet() -> bytes:
    """A spreadsheet with inline strings."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    rows = [("Headline", "Body", "Publication Date", "Code"), (TITLE, STORY, "2024-06-12", "007")]
    cells = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{"ABCD"[at]}{number}" t="inlineStr"><is><t xml:space="preserve">{cell}</t></is></c>'
            for at, cell in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    return zip_of(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{rel}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}"><sheets><sheet name="News" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>",
        }
    )


def pdf(lines: tuple[str, ...] = ()) -> bytes:
    """A PDF of one page with a text layer; words broken at the ends of lines."""
    lines = lines or (
        "A bomb killed six people in a market in Quetta on Monday, police said. The blast tore",
        "through stalls shortly after noon. Res-",
        "cuers searched the ruins of the mar-",
        "ket for survivors until the evening.",
    )
    drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 11 Tf 50 700 Td {drawn}ET".encode("latin-1")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def warc() -> bytes:
    """A web archive: a page, a picture, and an answer that was no page."""

    def record(url: str, status: str, kind: str, body: bytes) -> bytes:
        answer = f'HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n'.encode() + body  # fmt: skip
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-06-12T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        return head.encode() + answer + b"\r\n\r\n"

    return (
        record(URL, "200 OK", 'text/html; charset="utf-8"', page())
        + record(URL + ".jpg", "200 OK", "image/jpeg", b"\xff\xd8\xff")
        + record(URL + "/gone", "404 Not Found", "text/html", b"<p>Gone</p>")
    )


def message() -> bytes:
    """A newsletter: two parts, text without a declared charset."""
    return (
        "From: Harbour Ledger <news@harbour-ledger.example>\r\nTo: x@x.example\r\nSubject: " + TITLE + "\r\n"
        "Date: Wed, 12 Jun 2024 10:00:00 +0500\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + STORY.replace("\n", "\r\n")
        + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>In your browser</p>\r\n--b--\r\n"
    ).encode()


def mailbox() -> bytes:
    """Two messages; a line of the first begins with `From`."""
    first = message().replace(b"\r\n", b"\n").replace(b"Rescuers searched", b"\n>From the ruins. Rescuers searched")
    mark = b"From news@harbour-ledger.example Wed Jun 12 10:00:00 2024\n"
    second = b"From: B <b@x.example>\nTo: x@x.example\nSubject: Second\nDate: Thu, 13 Jun 2024 10:00:00 +0000\n\n"
    return mark + first + b"\n" + mark + second + b"From Monday on, 2024\nthe port of Mombasa was closed by a strike.\n"


def mhtml() -> bytes:
    """A page that a browser saved."""
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: {TITLE}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: {URL}\r\n\r\n"
    ).encode() + page() + b"\r\n--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n"  # fmt: skip


NITF = (
    '<nitf><head><title>{title}</title><docdata><doc-id id-string="hl-1"/><date.issue norm="20240612T100000+0500"/>'
    '<doc.copyright holder="Harbour Ledger"/></docdata></head><body><body.head><hedline><hl1>{title}</hl1></hedline>'
    "<byline>By <person>Mina Castellan</person></byline><dateline><location>QUETTA</location></dateline></body.head>"
    "<body.content>{paragraphs}</body.content></body></nitf>"
)


def _marked(tag: str = "p") -> str:
    return "".join(f"<{tag}>{part}</{tag}>" for part in PARAGRAPHS)


def nitf() -> bytes:
    """NITF."""
    return ('<?xml version="1.0"?>' + NITF.format(title=TITLE, paragraphs=_marked())).encode()


def newsml_g2(status: str = "usable", version: int = 1, extra: str = "") -> bytes:
    """NewsML-G2 with an XHTML body."""
    return (
        f'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:hl.example:1" '
        f'version="{version}"><itemMeta><versionCreated>2024-06-12T10:00:00+05:00</versionCreated>{extra}'
        f'<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><headline>{TITLE}</headline>'
        f'<by>Mina Castellan</by><infoSource literal="Harbour Ledger"/></contentMeta><contentSet><inlineXML '
        f'contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{_marked()}</body></html></inlineXML></contentSet></newsItem>"
    ).encode()


def newsml_1() -> bytes:
    """NewsML 1 with a NITF body."""
    body = NITF.format(title=TITLE, paragraphs=_marked())
    return (
        '<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:hl:2'
        '</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/>'
        "<FirstCreated>20240612T100000+0500</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>"
        f"{TITLE}</HeadLine></NewsLines><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent>"
        "</NewsItem></NewsML>"
    ).encode()


def rss() -> bytes:
    """RSS with whole texts."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Harbour Ledger</title><item><title>{TITLE}</title><link>{URL}</link>"
        f"<pubDate>Wed, 12 Jun 2024 10:00:00 +0500</pubDate><content:encoded><![CDATA[{_marked()}]]></content:encoded>"
        "</item></channel></rss>"
    ).encode()


def atom() -> bytes:
    """Atom with whole texts."""
    escaped = _marked().replace("<", "&lt;")
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Ledger</title><entry><title>'
        f'{TITLE}</title><link href="{URL}"/><updated>2024-06-12T10:00:00+05:00</updated><content type="html">{escaped}'
        "</content></entry></feed>"
    ).encode()


def nexis() -> bytes:
    """A classic export of Nexis with two documents."""
    documents = (
        ("Harbour Ledger", "June 12, 2024 Wednesday", TITLE, STORY),
        ("Lakeside Wire", "May 3, 2011 Tuesday", "Dockers arrested", "Police arrested 40 dockers."),
    )
    text = "Download Request: Selected Items: 1-2\nTime Of Request: Friday, March 20, 2026\n\n"
    for number, (paper, day, title, story) in enumerate(documents, 1):
        text += (
            f"{number} of 2 DOCUMENTS\n\n{paper}\n\n{day}\n\n{title}\n\nBYLINE: Mina Castellan\n\nLENGTH: 62 words\n\n"
            f"{story}\n\nLOAD-DATE: {day}\n\nLANGUAGE: ENGLISH\n\nCopyright 2024 {paper}\nAll Rights Reserved\n\n"
        )
    return text.encode()


def nexis_uni() -> str:
    """The layout of Nexis Uni."""
    return (
        f"{TITLE}\n\nHarbour Ledger\n\nJune 12, 2024 Wednesday\n\nCopyright 2024 Harbour Ledger All Rights Reserved\n\n"
        f"Section: WORLD; Pg. 3\n\nLength: 62 words\n\nByline: Mina Castellan\n\nBody\n\n{STORY}\n\nClassification\n\n"
        "Language: ENGLISH\n\nPublication-Type: Newspaper\n\nLoad-Date: June 13, 2024\n\nEnd of Document\n\n"
    )


def factiva(*, coded: bool) -> bytes:
    """Factiva, with codes before its fields and without."""
    if coded:
        text = (
            f"HD {TITLE}\nBY By Mina Castellan\nWC 62 words\nPD 12 June 2024\nET 10:05\nSN Harbour Ledger\n"
            f"SC HARB\nLA English\nCY Copyright 2024\nLP\n{PARAGRAPHS[0]}\nTD\n{PARAGRAPHS[1]}\nRE pakis : Pakistan\n"
            "AN Document HARB000020240612ek6c0005m\n"
        )
    else:
        text = (
            f"{TITLE}\n\nBy Mina Castellan\n\n62 words\n12 June 2024\n10:05\nHarbour Ledger\nHARB\nEnglish\n"
            f"Copyright 2024 HL\n\n{STORY}\n\nDocument HARB000020240612ek6c0005m\n"
        )
    return text.encode()


def proquest() -> bytes:
    """ProQuest."""
    line = "_" * 60
    return (
        f"{line}\n\n{TITLE}\n\nAuthor: Castellan, Mina\n\nPublication info: Harbour Ledger ; Quetta. 12 June 2024.\n\n"
        f"Full text: {STORY}\n\nSubject: Attacks\n\nPublication title: Harbour Ledger\n\n"
        f"Publication date: Jun 12, 2024\n\nDocument URL: {URL}\n\n{line}\n"
    ).encode()


def wire() -> bytes:
    """IPTC 7901."""
    return (
        b"\x16\x16\x01HLW0123 4 I 112 HLW /BC-Quetta-blast\r\n\x02\r\nQuetta blast\r\n\r\n"
        + STORY.replace("“", '"').replace("”", '"').replace("\n", "\r\n").encode("ascii")
        + b"\r\n\x03 121005 GMT JUN 24\x04"
    )


def rtf() -> bytes:
    """RTF with typographic quotation marks, a character beyond U+FFFF, and hidden words."""
    story = STORY.replace("“", "\\'93").replace("”", "\\'94").replace("\n\n", "\\par\n")
    return (r"{\rtf1\ansi\ansicpg1252\deff0 {\v CHECK} " + story + r" \u-10179?\u-8703?}").encode("ascii")


def columnar(kind: str) -> bytes:
    """Parquet, or Arrow."""
    table = pa.table({"headline": [TITLE], "plain_text": [STORY], "published_date": ["2024-06-12"], "code": ["NA"]})
    target = io.BytesIO()
    if kind == "parquet":
        parquet.write_table(table, target)
    else:
        with ipc.new_file(target, table.schema) as writer:
            writer.write_table(table)
    return target.getvalue()


def _json(given: object) -> bytes:
    return orjson.dumps(given)


def table(delimiter: str = ",") -> bytes:
    """CSV as pandas writes it."""
    quoted = STORY.replace('"', '""')
    names = delimiter.join(("title", "text", "publish_date", "authors", "shares"))
    cells = (TITLE, f'"{quoted}"', "2024-06-12", "\"['Mina Castellan', 'Bo Lind']\"", "7")
    return f"{names}\n{delimiter.join(cells)}\n".encode()


NEWS_PLEASE = {
    "maintext": STORY,
    "title": TITLE,
    "date_publish": "2024-06-12 10:00:00",
    "authors": ["Mina Castellan"],
    "url": URL,
}
GUARDIAN = {"response": {"status": "ok", "results": [{
    "id": "world/1", "webTitle": TITLE, "webUrl": URL, "webPublicationDate": "2024-06-12T10:00:00Z",
    "fields": {"bodyText": STORY, "byline": "Mina Castellan"}}]}}  # fmt: skip
NINJS = {"uri": "http://hl.example/1", "type": "text", "version": "1", "versioncreated": "2024-06-12T10:00:00+05:00",
         "pubstatus": "usable", "headline": TITLE, "byline": "Mina Castellan",
         "body_xhtml": f"<div>{_marked()}</div>"}  # fmt: skip
JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Ledger", "items": [
    {"id": "1", "url": URL, "title": TITLE, "content_html": _marked(), "date_published": "2024-06-12T10:00:00+05:00",
     "authors": [{"name": "Mina Castellan"}]}]}  # fmt: skip
MARKDOWN = f'---\ntitle: "{TITLE}"\ndate: 2024-06-12\n---\n\n# {TITLE}\n\n**{STORY[:6]}**{STORY[6:]}\n'

FILES: dict[str, Callable[[], bytes]] = {
    "plain.txt": STORY.encode,
    "page.html": page,
    "saved": page,
    "notes.md": MARKDOWN.encode,
    "report.docx": word,
    "report.odt": opendocument,
    "report.rtf": rtf,
    "scan.pdf": pdf,
    "book.epub": book,
    "sheet.xlsx": sheet,
    "rows.csv": table,
    "rows.tsv": lambda: table("\t"),
    "rows.parquet": lambda: columnar("parquet"),
    "rows.arrow": lambda: columnar("arrow"),
    "lines.jsonl": lambda: _json(NEWS_PLEASE) + b"\n",
    "list.json": lambda: _json([NEWS_PLEASE]),
    "guardian.json": lambda: _json(GUARDIAN),
    "item.ninjs.json": lambda: _json(NINJS),
    "feed.json": lambda: _json(JSON_FEED),
    "packed.txt.gz": lambda: gzip.compress(STORY.encode()),
    "packed.html.zst": lambda: zstandard.compress(page()),
    "many.zip": lambda: zip_of({"a/story.txt": STORY, "a/photo.jpg": b"\xff\xd8\xff", "__MACOSX/._story.txt": b"x"}),
    "many.tar": lambda: tar_of({"a/story.txt": STORY.encode()}),
    "many.tar.gz": lambda: gzip.compress(tar_of({"a/page.html": page()})),
    "crawl.warc": warc,
    "crawl.warc.gz": lambda: gzip.compress(warc()),
    "letter.eml": message,
    "letters.mbox": mailbox,
    "page.mhtml": mhtml,
    "item.nitf.xml": nitf,
    "item.g2.xml": newsml_g2,
    "item.newsml.xml": newsml_1,
    "feed.rss": rss,
    "feed.atom": atom,
    "nexis.TXT": nexis,
    "nexis.docx": lambda: word_of(nexis_uni()),
    "factiva.txt": lambda: factiva(coded=True),
    "factiva-plain.txt": lambda: factiva(coded=False),
    "proquest.txt": proquest,
    "message.anpa": wire,
}  # fmt: skip
"""Name of a file -> its bytes."""


def word_of(text: str) -> bytes:
    """A Word document with these lines."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    return zip_of({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"})
