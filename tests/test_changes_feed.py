"""The feed of changes: what RFC 4287 asks, and what a feed reader shows."""

from datetime import datetime
from urllib.parse import urldefrag

import pytest
from lxml import etree

from generator.build.changes_feed import changes_feed, with_absolute_addresses
from generator.facts.corpus import Corpus
from generator.pages.timeline_page import events_of

SCHEMA = etree.RelaxNG(
    etree.fromstring(
        b"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <define name="head">
    <element name="id"><data type="anyURI"><param name="minLength">1</param></data></element>
    <element name="title"><data type="string"><param name="minLength">1</param></data></element>
  </define>
  <define name="updated"><element name="updated"><data type="dateTime"/></element></define>
  <define name="link"><element name="link">
    <attribute name="rel"><choice><value>self</value><value>alternate</value></choice></attribute>
    <attribute name="type"/><attribute name="href"><data type="anyURI"/></attribute>
  </element></define>
  <start><element name="feed">
    <attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/>
    <ref name="head"/><element name="subtitle"><text/></element><ref name="updated"/>
    <element name="author"><element name="name"><text/></element></element>
    <oneOrMore><ref name="link"/></oneOrMore>
    <zeroOrMore><element name="entry">
      <ref name="head"/><ref name="updated"/><ref name="link"/>
      <zeroOrMore><element name="category"><attribute name="term"/></element></zeroOrMore>
      <element name="summary"><text/></element>
    </element></zeroOrMore>
  </element></start>
</grammar>"""
    )
)
"""The part of the grammar in appendix B of RFC 4287 that this feed uses."""

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def feed(corpus: Corpus) -> bytes:
    return changes_feed(corpus)


def test_the_feed_is_atom_and_every_id_is_once(feed: bytes) -> None:
    root = etree.fromstring(feed)
    SCHEMA.assertValid(root)
    ids = root.xpath("//a:id/text()", namespaces=ATOM)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("urn:uuid:") for name in ids)
    moments = root.xpath("//a:updated/text()", namespaces=ATOM)
    assert all(datetime.fromisoformat(moment) for moment in moments)
    assert moments[0] == max(moments)
    assert moments[1:] == sorted(moments[1:], reverse=True)


def test_every_change_is_an_entry_that_leads_to_its_place(feed: bytes, corpus: Corpus) -> None:
    links = etree.fromstring(feed).xpath("//a:entry/a:link/@href", namespaces=ATOM)
    assert {urldefrag(link).fragment for link in links} == set(corpus.changes)
    assert set(corpus.changes) <= {event.id for event in events_of(corpus)}, "their anchors"


def test_an_announced_change_says_so(feed: bytes, corpus: Corpus) -> None:
    later = {name for name, one in corpus.changes.items() if one.date > corpus.judged_on}
    said = etree.fromstring(feed).xpath(
        "//a:entry[contains(a:summary, ', announced: ')]/a:link/@href", namespaces=ATOM
    )
    assert {urldefrag(link).fragment for link in said} == later


def test_addresses_are_absolute_where_the_site_s_is_known(feed: bytes, corpus: Corpus) -> None:
    assert b"https:" not in feed.replace(b"https://www.w3.org", b"")
    there = with_absolute_addresses(feed, "https://a.example/codes")
    root = etree.fromstring(there)
    SCHEMA.assertValid(root)
    first = next(iter(corpus.changes))
    assert set(root.xpath("/a:feed/a:link/@href", namespaces=ATOM)) == {
        "https://a.example/codes/changes/feed.xml",
        "https://a.example/codes/changes/",
    }
    links = root.xpath("//a:entry/a:link/@href", namespaces=ATOM)
    assert f"https://a.example/codes/changes/#{first}" in links
    assert root.xpath("//a:id/text()", namespaces=ATOM) == etree.fromstring(feed).xpath(
        "//a:id/text()", namespaces=ATOM
    )
