import { PageElement } from "../shared/custom_element.js";
import { openEnvironment } from "../shared/store/environment.js";
import { Player } from "./player.js";

/** `<rc-quiz>`: makes the questions in it interactive. */
export class QuizElement extends PageElement {
  /** @override */
  start() {
    return new Player(this, openEnvironment()).start();
  }
}
