"""Draw the icons of the installed site from its logo, with the tests' own browser.

`python -m tests.icons`. Run it when the logo changes.
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import FLAGS, browser

ASSETS = Path(__file__).parents[1] / "site_config/assets"
GROUND = "#0e5f63"
# name: pixels a side, share of the side that the logo takes, ground behind it
ICONS = {
    "icon-180": (180, 0.92, GROUND),
    "icon-192": (192, 1.0, "transparent"),
    "icon-512": (512, 1.0, "transparent"),
    "maskable-512": (512, 0.8, GROUND),
}


def draw() -> None:
    logo = (ASSETS / "logo.svg").read_text(encoding="utf-8")
    (ASSETS / "icons").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=list(FLAGS))
        for name, (side, share, ground) in ICONS.items():
            page = chromium.new_page(viewport={"width": side, "height": side})
            page.set_content(_sheet(logo, share, ground))
            page.screenshot(path=ASSETS / "icons" / f"{name}.png", omit_background=True)
        chromium.close()


def _sheet(logo: str, share: float, ground: str) -> str:
    style = (
        f"body{{margin:0;height:100vh;display:grid;place-items:center;background:{ground}}}"
        f"svg{{width:{share * 100}vw}}"
    )
    return f"<style>{style}</style>{logo}"


if __name__ == "__main__":
    draw()
