/** Words that show how the parts of a document hang together. */
import { regex } from "../regex.js";

export const WORTH_READING = regex("i")`
  \d{2}|[gs]\d{4}|units?\b|modifier|threshold|\bkx\b|minute|\bcaps?\b|medicare|\bcpt\b|codes?\b|
  ^it\b|
  ^they\b|technique|document|record|diagnos|progress|\b[gc][opnqaxyz]\b|\bmue|every insur|certif|
  plan of care|\bpoc\b|assistant|\b(?:pta|ota|cota|aide|tech|student|chiropract|acupunct|massage)|
  supervis|telehealth|\babn\b|indicator|column|interchang|review|consent|caregiver|days?\b|
  percent|
  \bx[esup]\b|\bat\b.*treat|sign(?:s|ed|ature)\b|\bplans?\b|physician|doctor|\bbill|therap|
  evaluat|
  component|level|group|edits?\b|claims?\b|pa(?:y|ys|id)\b|cover|insur|wound|needl|video|notes?\b|
  pairs?\b|\bmai\b|mppr|spine|regions?|\boig\b|ncci|discipline|exercis|massag|stim|patient|
  ultrasound|traction|whirlpool|paraffin|ionto|diatherm|
  compress|aquatic|wheelchair|gait|swallow|speech|acupunct|app\b|apps\b|monitor|modalit|orthos|
  biofeedback|laser|infrared|debrid|splint|timed
`;
export const LABEL = regex()`
  ^(?!(?:X[EPSU]|G[AONPXYZ]|C[QO]|KX|AT|MUE|PTAS?|OTAS?)\b)
  (?:[Qq]|[Aa]|[Qq]uestion|[Aa]nswer|[A-Z]{2,12}|Attendee|Presenter|Host|Speaker|Moderator|
  Caller|
  Student|Instructor|Teacher|Trainer|Trainee|Biller|Interviewer|Guest|User|Reply|Patient|Coach|
  Owner|
  Therapist|Expert|Reader|Editor|Me|You)\s*\d?[:.]\s+
`;
/** What is no speaker's name before a colon. */
export const THING = regex("i")`
  ^(?:myth|fact|note|notes|codes?|units?|modifiers?|minutes|time|total|payer|tip|example|do|rule|
  answer|question|fixed|new|changed|added|removed|untimed|timed|wrong|right|true|false|reality|
  warning|yes|no|also|remember|then|now|so|mue|medicare|attendance|contact|billing):
`;
export const FACT_LABEL = /^(?:fact|reality|truth|the truth|correct|right)[ \t\n\r\f\v]*:/i;
export const MYTH_LABEL = /^(?:myth|false|wrong|incorrect|don'?t)[ \t\n\r\f\v]*[:#0-9]/i;
/** A turn that takes back the one before it. */
export const REFUSED = regex("i")`
  ^[A-Za-z]+ ?\d?:\s+(?:no\b|nope|nah|wrong|not |never|that's (?:wrong|not)|false|actually|careful|
  only if|it isn't|it is not|they don't|you can't|don't|stop|hm+|really\b)
`;
/** What numbers count. */
export const UNIT = regex("i")`
  \b(?:regions?|muscles?|minutes|days|(?:performance )?deficits|(?:personal )?factors|
  (?:body )?elements|patients|units|sq(?:uare)? cm)\b
`;
export const NUMBER = regex("i")`
  (?:^|[^\d])(?:\d{1,2}|one|two|three|four|five)(?:$|[^\d])
`;
/** An item whose last line leads to other items. */
export const LED_ANEW = /(?::|\b(?:of|for|not|but|except|never|to))$/i;
/** A code by its number. */
export const CODED = /\b(?:\d{5}|[GS]\d{4})\b/;
/** A lead that its entry goes on from. */
export const OPEN =
  /\b(?:when|if|of|for|to|by|with|are|is|on|where|unless|that|include|includes)$/i;
export const FIGURES = WORTH_READING;
export const TITLE = 30;
export const SHOWN = 400;
export const SHORT = 140;
/** A sentence that goes on with what the one before it spoke of. */
export const GOES_ON = regex("i")`
  ^(?:so |then |and |but )?(?:it|they|that|this|these|those|he|she|both)(?:'s|'re)?
  (?: also| always| only| still| never)? (?:is|are|was|can|may|must|need|ha[sv]e?|do|will|mean|
  should|pay|cover|count|require|goes|go|appl|get|last|bill|carr|take)
`;
/** A sentence that gives the units for what was done. */
export const COUNTED =
  /^(?!.*\bmin)(?:so|that|total|which|they|we|i|bill|\d|and).*\d ?u(?:nits?)?\b/i;
export const ASKING = regex("i")`
  , (?:no|right|correct|yes)\?$|^(?:is|are|do|does|can|may|should|will|what (?:happens|if)|why)\b|
  \bor\b
`;
export const YES_NO = /^(?:yes|no|not|never|nope|yep|right|correct|sure|exactly)\b/i;
