/** Entry: loaded by the builder to show, print or export a question. */
import { placeOptions } from "./classroom/builder/option_order.js";
import { printAssignment } from "./classroom/builder/print_view.js";
import { shownWithKey } from "./classroom/builder/question_with_key.js";
import { combine, FORMATS } from "./classroom/builder/text_formats.js";

Object.assign(globalThis, {
  rightcodeBuilderQuestions: { shownWithKey, placeOptions, printAssignment, combine, FORMATS },
});
