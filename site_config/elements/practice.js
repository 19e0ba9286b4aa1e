/** Entry: the one script of the ways to practise. */
import { PracticeElement } from "./practice/element.js";

if (!customElements.get("rc-practice")) customElements.define("rc-practice", PracticeElement);
