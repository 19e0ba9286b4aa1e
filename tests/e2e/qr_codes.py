"""QR codes as a reader of them sees them, on the screen and in a PDF."""

import base64
from pathlib import Path

import typst
import zxingcpp
from playwright.sync_api import Locator, Page

GRAY = """async (picture) => {
  let image = picture, width = picture.naturalWidth, height = picture.naturalHeight;
  if (picture instanceof SVGElement) {
    image = new Image();
    const text = encodeURIComponent(new XMLSerializer().serializeToString(picture));
    image.src = `data:image/svg+xml,${text}`;
    await image.decode();
    width = height = 600;
  }
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, 0, 0, width, height);
  const { data } = canvas.getImageData(0, 0, width, height);
  return [width, height, [...data].filter((_, index) => index % 4 === 0)];
}"""
"""Width, height and the red of every pixel of a picture."""


def decoded(picture: Locator) -> str:
    """What a reader of QR codes reads on the screen."""
    width, height, gray = picture.evaluate(GRAY)
    read = zxingcpp.read_barcodes(memoryview(bytes(gray)).cast("B", (height, width)))
    return "".join(code.text for code in read)


def drawn_page(pdf: Path, out: Path) -> Path:
    """The first page of `pdf` as a PNG in `out`, as large as it is printed."""
    (out / "page.pdf").write_bytes(pdf.read_bytes())
    sheet = out / "page.typ"
    sheet.write_text('#set page(width: 11in, height: 8.5in, margin: 0in)\n#image("page.pdf")\n')
    typst.compile(sheet, output=out / "page.png", ppi=150)
    return out / "page.png"


def decoded_png(page: Page, png: Path) -> str:
    """What is read in a picture, which the page shows for it."""
    text = base64.b64encode(png.read_bytes()).decode()
    page.evaluate(SHOW, text)
    found = decoded(page.locator("#drawn"))
    page.evaluate("document.getElementById('drawn').remove()")
    return found


SHOW = """async (text) => {
  const image = document.createElement("img");
  image.id = "drawn";
  image.src = `data:image/png;base64,${text}`;
  document.body.prepend(image);
  await image.decode();
}"""
