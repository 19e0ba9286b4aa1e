// Builds a quiz in Google Forms. At script.google.com: New project, paste all of this in place of
// what is there, press Run, allow it, and find the form's address under Execution log.

function buildForm() {
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  form.setDescription(QUIZ.description);
  form.setShuffleQuestions(QUIZ.shuffled);
  QUIZ.questions.forEach((question, place) => addQuestion(form, question, place + 1));
  Logger.log(form.getEditUrl());
}

function addQuestion(form, question, number) {
  const item = newItem(form, question.form);
  item.setTitle(QUIZ.shuffled ? question.asks : `${number}. ${question.asks}`);
  item.setHelpText(question.before);
  item.setChoices(question.answers.map(([text, right]) => item.createChoice(text, right)));
  item.setPoints(1);
  item.setFeedbackForCorrect(feedbackOf(question));
  item.setFeedbackForIncorrect(feedbackOf(question));
}

function newItem(form, sort) {
  if (sort === "several") return form.addCheckboxItem();
  return sort === "number" ? form.addListItem() : form.addMultipleChoiceItem();
}

function feedbackOf(question) {
  const feedback = FormApp.createFeedback().setText(question.feedback);
  question.links.forEach(([address, name]) => feedback.addLink(address, name));
  return feedback.build();
}

