// Runs the script of a Google Form against a stand-in for FormApp, and prints what it built. A call
// that Google's reference does not have is an error here too.

const source = Deno.readTextFileSync(Deno.args[0]);
const forms = [];

/** An object whose setters keep what they are given, by the name after `set`. */
function keeping(names, kept, more = {}) {
  const setters = names.map((name) => [
    name,
    (value) => {
      kept[name.slice(3)] = value;
      return self;
    },
  ]);
  const self = { ...Object.fromEntries(setters), ...more };
  return self;
}

const FEEDBACK = ["setFeedbackForCorrect", "setFeedbackForIncorrect"];
const ITEM = ["setTitle", "setHelpText", "setPoints", "setChoices", "setRequired", ...FEEDBACK];

function addItem(form, sort) {
  const kept = { sort };
  form.items.push(kept);
  const createChoice = (value, right) => {
    if (typeof value !== "string" || typeof right !== "boolean") throw new TypeError(value);
    return { value, right };
  };
  return keeping(ITEM, kept, { createChoice });
}

const FormApp = {
  create(title) {
    const form = { title, items: [] };
    forms.push(form);
    return keeping(["setIsQuiz", "setDescription", "setShuffleQuestions"], form, {
      addCheckboxItem: () => addItem(form, "checkbox"),
      addMultipleChoiceItem: () => addItem(form, "choice"),
      addListItem: () => addItem(form, "list"),
      getEditUrl: () => "https://docs.google.com/forms/d/1/edit",
    });
  },
  createFeedback() {
    const kept = { links: [] };
    return keeping(["setText"], kept, {
      addLink: (address, name) => kept.links.push([address, name]),
      build: () => kept,
    });
  },
};

new Function("FormApp", "Logger", `${source}\nbuildForm();`)(FormApp, { log() {} });
console.log(JSON.stringify(forms));
