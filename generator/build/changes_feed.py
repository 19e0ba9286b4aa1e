"""The feed of changes: content/changes.yaml in the Atom format (RFC 4287).

An entry is new when its fact was read, not on the date of service that it is about: a reader hears
of an announced change at once. Ids are names, not addresses, so a site that moves repeats nothing.
"""

from datetime import date
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from generator.exports.xml_builder import XmlBuilder, document
from generator.facts.corpus import Corpus
from generator.facts.registers import Change
from generator.pages.labels import day, page_text

FEED = "changes/feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
AUTHOR = "RightCode"
make = XmlBuilder(ATOM)


def changes_feed(corpus: Corpus) -> bytes:
    """The changes, the last that was read first; addresses are relative to the feed's own."""
    title, description = page_text("changes.md")
    changes = sorted(corpus.changes.values(), key=lambda one: (-one.as_of.toordinal(), one.id))
    newest = max((one.as_of for one in changes), default=corpus.judged_on)
    feed = make.feed(
        make.id(_name("")),
        make.title(f"{AUTHOR}: {title}"),
        make.subtitle(description),
        make.updated(_moment(newest)),
        make.author(make.name(AUTHOR)),
        make.link(rel="self", type="application/atom+xml", href="feed.xml"),
        make.link(rel="alternate", type="text/html", href="./"),
        *(_entry(corpus, change) for change in changes),
    )
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "en-US")
    return document(feed)


def with_absolute_addresses(feed: bytes, site: str) -> bytes:
    """The feed of the site at that address, for readers that do not resolve relative ones."""
    root = etree.fromstring(feed)
    base = urljoin(f"{site.rstrip('/')}/", FEED)
    for link in root.iter(f"{{{ATOM}}}link"):
        link.set("href", urljoin(base, link.get("href")))
    return document(root)


def _entry(corpus: Corpus, change: Change) -> etree._Element:
    when = day(change.date)
    announced = ", announced" if change.date > corpus.judged_on else ""
    sources = (corpus.sources[name] for name in change.sources)
    read = "; ".join(f"{source.publisher}: {source.title}" for source in sources)
    return make.entry(
        make.id(_name(change.id)),
        make.title(f"{change.title} ({when})"),
        make.updated(_moment(change.as_of)),
        make.link(rel="alternate", type="text/html", href=f"./#{change.id}"),
        *(make.category(term=code) for code in change.codes),
        make.summary(f"Dates of service from {when}{announced}: {change.text} Sources: {read}."),
    )


def _name(change: str) -> str:
    return uuid5(NAMESPACE_URL, f"rightcode-change\n{change}").urn


def _moment(read: date) -> str:
    return f"{read}T00:00:00Z"
