"""The report as a page: the same words as the text, and nothing that they could do."""

import re
from html.parser import HTMLParser

from screens.paper.page import as_html
from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import an_evening
from workshop.facts import fold, without_words

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klikk](javascript:alert(1))",
    "](http://evil.example) **fet** | tabell | `kode`",
    "</style></head><body onload=alert(1)>",
    "عندما يأتي الليل 🌙 Їжа ČŠŽ",
)


class Page(HTMLParser):
    """The elements and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def test_hostile_words_are_only_words() -> None:
    """Every text stands there letter by letter; no script, picture, link or handler is made."""
    evening = an_evening()
    evening.made("case.describe", title=HOSTILE[0])
    for text in HOSTILE:
        evening.made("note.write", text=text)

    page = Page(as_html(evening.it, Words()))

    assert set(page.elements).isdisjoint({"script", "img", "a", "iframe", "object", "form"})
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert page.elements.count("style") == 1
    for text in HOSTILE:
        assert text in page.words


def test_the_page_stands_alone_and_says_what_the_text_says() -> None:
    """No address of anything outside, and all headings of the Markdown report in their order."""
    evening = an_evening()
    evening.made("note.write", text="Benk ved bussen")
    html = as_html(evening.it, Words())
    page = Page(html)

    assert not re.search(r"(?:src|href)=|url\(|@import", html)
    headings = re.findall(r"(?m)^#{1,3} (.*)$", as_markdown(evening.it, Words()))
    assert [page.words.index(heading) for heading in headings] == sorted(
        page.words.index(heading) for heading in headings
    )
    assert page.elements.count("h1") == 1
    assert ("lang", "nb") in page.attributes


def test_an_erased_case_says_so() -> None:
    """The report of what was erased holds nobody's words, and its title says why."""
    evening = an_evening()
    evening.made("note.write", text="Borte nå")
    evening.made("gathering.end")
    evening.made("words.forget", whole_case=True)
    gone = set(evening.history[-1].fact.seqs)
    case = fold([without_words(r) if r.seq in gone else r for r in evening.history])
    assert case is not None

    html = as_html(case, Words())

    assert "Slettet sak" in html
    assert "Borte nå" not in html
