import { lazyLoad } from "../../shared/lazy_load.js";

/**
 * What shows a question with its key, prints it and writes it for other programs: a script of its
 * own, since it knows every kind of question.
 *
 * @returns {Promise<{
 *   shownWithKey: typeof import("./question_with_key.js").shownWithKey,
 *   placeOptions: typeof import("./option_order.js").placeOptions,
 *   printAssignment: typeof import("./print_view.js").printAssignment,
 *   combine: typeof import("./text_formats.js").combine,
 *   FORMATS: typeof import("./text_formats.js").FORMATS,
 * }>}
 */
export const loadQuestionTools = () =>
  lazyLoad("builder-questions.js", "rightcodeBuilderQuestions");
