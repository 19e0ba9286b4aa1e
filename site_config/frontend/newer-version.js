/** Entry, loaded once a newer version is there: one line on a page that is older. */
import { showNewerVersion } from "./offline/newer_version.js";
import { whenTranslated } from "./shared/strings/language.js";

whenTranslated(showNewerVersion);
