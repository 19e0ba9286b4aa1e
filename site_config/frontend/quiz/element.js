import { PageElement } from "../shared/custom_element.js";
import { openEnvironment } from "../shared/store/environment.js";
import { Player } from "./player.js";

/** `<rc-quiz>`: makes the questions inside it playable. They are complete without it. */
export class QuizElement extends PageElement {
  /** @override */
  start() {
    return new Player(this, openEnvironment()).start();
  }
}
