/** Every importer of the browser, by one name each: where a module moves, it moves here. */
import "./page_shim.js";
export {
  InvalidAssignment,
  readAssignment,
} from "../../../site_config/frontend/classroom/format/assignment.js";
export { fromFragment, toFragment } from "../../../site_config/frontend/classroom/format/link.js";
export { readSavedAssignment } from "../../../site_config/frontend/classroom/format/saved_assignment.js";
export { UnreadableText } from "../../../site_config/frontend/classroom/format/unreadable_text.js";
export { readKeys } from "../../../site_config/frontend/classroom/results/answer_keys.js";
export {
  openSealed,
  readClassKey,
  seal,
} from "../../../site_config/frontend/classroom/results/encryption.js";
export { gradebook } from "../../../site_config/frontend/classroom/results/gradebook.js";
export { parse, readResult } from "../../../site_config/frontend/classroom/results/result_file.js";
export { ResultRefused } from "../../../site_config/frontend/classroom/results/refusal.js";
export { ResultQueue } from "../../../site_config/frontend/classroom/results/statement_queue.js";
export { Uploads } from "../../../site_config/frontend/classroom/results/uploads.js";
export * as exam from "../../../site_config/frontend/exam/state.js";
export { readLaunch, readLaunchData } from "../../../site_config/frontend/lms/launch.js";
export { readRound } from "../../../site_config/frontend/practice/round.js";
export { readExamDate } from "../../../site_config/frontend/shared/store/exam_date_record.js";
export { readExam } from "../../../site_config/frontend/shared/store/exam_record.js";
export { FileRefused, readFile } from "../../../site_config/frontend/shared/store/progress_file.js";
export {
  readAttempt,
  readRound as readPlayerRound,
} from "../../../site_config/frontend/shared/store/schema.js";
export {
  decode as decodeCertificate,
  encode as encodeCertificate,
  InvalidCode,
} from "../../../site_config/frontend/tracks/check_code.js";
export { verify } from "../../../site_config/frontend/tracks/verify.js";
