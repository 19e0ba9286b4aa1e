import { make, makeButton } from "./dom.js";
import { languagesWords as strings } from "./strings/index.js";
import { language, languages, saveLanguage } from "./strings/language.js";

/** Offers the language of buttons and messages at the end of the page. */
export function showLanguagePicker() {
  const tags = languages();
  const article = document.querySelector("article");
  if (tags.length < 2 || !article || document.querySelector(".rc-language")) return;
  const select = make("select", {
    id: "rc-language",
    value: tags.includes(language) ? language : tags[0],
  }, tags.map(languageOption));
  const label = make("label", { htmlFor: select.id }, strings.language);
  article.append(
    make(
      "div.rc-language",
      label,
      " ",
      select,
      " ",
      makeButton(strings.changeLanguage, () => switchLanguage(select.value)),
    ),
  );
}

/** @param {string} tag */
function languageOption(tag) {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  const option = make("option", name);
  option.value = option.lang = tag;
  return option;
}

/** @param {string} tag */
function switchLanguage(tag) {
  saveLanguage(tag);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  if (address.href === location.href) location.reload();
  else location.replace(address);
}
