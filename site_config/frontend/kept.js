/** Entry: loaded by the builder to open a saved assignment, since the YAML library is large. */
import { readSavedAssignment } from "./classroom/format/saved_assignment.js";

Object.assign(globalThis, { rightcodeKept: readSavedAssignment });
