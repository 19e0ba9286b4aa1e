import { make, makeButton } from "./dom.js";
import { strings } from "./strings/index.js";
import { keepLanguage, language, languages } from "./strings/language.js";

/** At the end of the page: which language the buttons and messages speak. The content stays as it is. */
export function offerLanguages() {
  const tags = languages();
  const place = document.querySelector("article");
  if (tags.length < 2 || !place || document.querySelector(".rc-language")) return;
  const select = make("select", { id: "rc-language" }, ...tags.map(choice));
  select.value = tags.includes(language) ? language : tags[0];
  const label = make("label", { textContent: strings.language });
  label.htmlFor = select.id;
  place.append(
    make(
      "div",
      { className: "rc-language" },
      label,
      " ",
      select,
      " ",
      makeButton(strings.changeLanguage, () => take(select.value)),
    ),
  );
}

/** @param {string} tag */
function choice(tag) {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  const option = make("option", { textContent: name });
  option.value = option.lang = tag;
  return option;
}

/** @param {string} tag */
function take(tag) {
  keepLanguage(tag);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  if (address.href === location.href) location.reload();
  else location.replace(address);
}
