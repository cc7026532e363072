"""The phone page asks nothing that iOS 15, Chrome 100 or Firefox ESR 115 lacks on plain HTTP.

Style and script may use what stands here and nothing else. Whoever needs more looks up
since when each of the three has it (and whether it wants a secure context), and adds it.
"""

import re

import pytest

from tests.house.house import ROOT, files

STATIC = ROOT / "screens" / "phone" / "static"
PROPERTIES = set(
    """
    align-content align-items background border border-bottom border-color border-left border-radius
    border-style border-top box-sizing clip-path color content cursor display flex flex-basis
    flex-wrap font font-size font-variant-numeric font-weight gap grid-column grid-template-columns
    height justify-content left letter-spacing line-height list-style margin margin-bottom
    margin-right margin-top max-width min-height min-width opacity outline outline-offset overflow
    overflow-wrap padding padding-bottom padding-left padding-top position resize scroll-padding-top
    text-align text-decoration text-underline-offset top white-space width word-break z-index
    """.split()
)
"""Known to all three."""
DECORATIONS = {
    "accent-color": "iOS 15.4: before it radio and check marks have the phone's own colour",
    "color-scheme": "all; a phone without it shows light fields on the dark page",
    "-webkit-text-size-adjust": "Safari's own name; others skip it",
    "text-size-adjust": "Chrome's own name; others skip it",
}
"""Known to some; what is lost without them is said."""
SELECTORS = set(
    "::after ::before :checked :empty :first-child :focus :last-child :not :root".split()
)
SOME = {":focus-visible": "iOS 15.4: before it the phone draws its own ring"}
FUNCTIONS = set("calc inset max min minmax not repeat var".split())
RULES = ("(prefers-color-scheme: dark)", "(min-height: 30rem)")
VALUES = set(
    """
    absolute auto auto-fit block bold border-box break-word center dark dashed flex flex-end grid
    hidden inherit inline-block inline-flex left light list-item none normal nowrap pointer pre-wrap
    relative sans-serif solid space-between span sticky system-ui tabular-nums underline vertical
    wrap
    """.split()
)
SOME_VALUES = {"anywhere": "iOS 15.4: before it the body's word-break breaks long words"}
METHODS = set(
    """
    abort addEventListener appendChild call close concat contains createElement filter focus forEach
    get getAttribute getElementById getItem getRandomValues hasAttribute importNode indexOf
    insertBefore join json max medspillGive min parse parseFromString preventDefault push
    querySelector querySelectorAll random reduce removeItem replace replaceChild replaceState round
    setAttribute setItem slice some splice split stringify test text then toString trim
    """.split()
)
"""What scripts call on anything; all of it came with ``fetch`` in 2015, or before."""
ELEMENTS = set(
    """
    a body button details div fieldset footer form h1 h2 head header html input label legend li link
    main meta noscript ol option p script section select span strong summary template textarea title
    ul
    """.split()
)
ATTRIBUTES = set(
    """
    action aria-describedby aria-hidden aria-label aria-labelledby aria-live autocapitalize
    autocomplete autofocus charset checked class content defer dir for form formaction
    formnovalidate hidden href http-equiv id inputmode lang maxlength method name open rel required
    role rows selected spellcheck src tabindex type value
    """.split()
)
"""``autocapitalize`` and ``inputmode`` only help the keyboard; the others all three have."""
WINDOW = set(
    """
    AbortController DOMParser EventSource FormData URLSearchParams addEventListener crypto fetch
    history localStorage location medspillGive scrollTo
    """.split()
)
"""All of it is there on an insecure origin, and asked for before use where it might not be."""
BANNED = {
    "arrow functions": r"=>",
    "template strings": r"`",
    "let, const, class, async": r"\b(let|const|class|async|await|yield)\b",
    "optional chaining": r"\?\.(?!\d)|\?\?",
    "spread": r"\.\.\.",
    "features of a secure origin": (
        r"\b(serviceWorker|subtle|randomUUID|wakeLock|clipboard|caches|cookieStore|storage|share)\b"
        r"|\bnavigator\b|\bNotification\b"
    ),
    "newer methods": (
        r"\.(at|flat|flatMap|replaceAll|structuredClone|allSettled|any|findLast|toSorted|hasOwn"
        r"|finally|includes|append|prepend|replaceChildren|remove|matches|closest|submitter)\("
    ),
    "text that runs": r"\b(eval|Function)\(|\.(outerHTML|insertAdjacentHTML|write)\b",
}
HTML = re.compile(
    r"<(?:dialog|slot|picture|iframe|video|audio|object|embed|canvas|search)\b|popover"
)


def bare(name: str) -> str:
    """A style or script without its comments and texts."""
    text = re.sub(r"/\*.*?\*/", "", (STATIC / name).read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r'"[^"\n]*"', '""', text)


def test_the_style_knows_only_what_old_phones_know() -> None:
    """Every property, selector, function and condition of phone.css is one of those above."""
    css = bare("phone.css")
    outside = re.sub(r"\{[^{}]*\}", "{}", css)
    used = {p for p in re.findall(r"(?:^|[{;])\s*(-?[a-z-]+)\s*:(?!:)", css) if p[:2] != "--"}
    called = set(re.findall(r"([a-z-]+)\(", css)) - {"and"}

    assert sorted(used - PROPERTIES - set(DECORATIONS)) == []
    assert sorted(set(re.findall(r"::?[a-z-]+", outside)) - SELECTORS - set(SOME)) == []
    assert sorted(called - FUNCTIONS) == []
    said = re.findall(r":\s*([^;{}:]+)[;}]", css)
    values = {v for one in said for v in re.findall(r"(?<![\w#.-])[a-z][a-z-]+\b(?!\()", one)}
    assert sorted(values - VALUES - set(SOME_VALUES)) == []
    assert sorted(set(re.findall(r"@[^{]*", css)) - {f"@media {rule} " for rule in RULES}) == []


@pytest.mark.parametrize("name", ["phone.js", "giving.js"])
def test_the_script_knows_only_what_old_phones_know(name: str) -> None:
    """A script is written as in 2009, and takes from the window only what is always there."""
    js = bare(name)
    found = {what: hit[0] for what, banned in BANNED.items() if (hit := re.search(banned, js))}
    window = set(re.findall(r"\bwindow\.(\w+)", js))

    assert found == {}
    assert sorted(set(re.findall(r"\.(\w+)\(", js)) - METHODS) == []
    assert sorted(window - WINDOW) == []


def test_the_pages_bring_nothing_from_elsewhere() -> None:
    """No element that old phones lack, no style or script inside, no address of another place."""
    for path in files("screens/phone/templates", suffix=".html"):
        page = path.read_text("utf-8")
        assert not HTML.search(page), path.name
        assert not re.search(r"<style|<script(?! src)|\sstyle=|\son[a-z]+=|https?:|//\w", page), (
            path
        )


def test_the_pages_are_made_of_what_old_phones_know() -> None:
    """Every element and attribute of the pages is one of those above, or data of our own."""
    elements: set[str] = set()
    attributes: set[str] = set()
    for path in files("screens/phone/templates", suffix=".html"):
        page = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        for name, inside in re.findall(r"<([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>", page):
            elements.add(name)
            bare_inside = re.sub(r'"[^"]*"', '""', inside)
            attributes |= set(re.findall(r"(?:^|\s)([a-z][a-z-]*)(?==|\s|$)", bare_inside))

    assert sorted(elements - ELEMENTS) == []
    assert sorted(a for a in attributes - ATTRIBUTES if not a.startswith("data-")) == []
