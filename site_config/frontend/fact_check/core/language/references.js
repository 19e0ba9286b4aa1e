/** Words that point to the sentence, question or heading before. */
import { regex } from "../regex.js";

export const COREF = regex("i")`
  \b(?:this|the|that|these|those|both|said) (?:(?:cpt|billing|procedure|same|
  hcpcs|service|treatment|therapy|two|three|particular|specific) )?codes?\b(?! (?:set|book|
  system|selection|
  that best))|^it\b(?! (?:is|was|can be|may be|would be|becomes|remains)(?: \w+)? (?:essential|
  crucial|important|vital|necessary|possible|best|wrong|right|common|clear|true|recommended|
  required|advisable|wise|worth|helpful|useful|easy|hard|difficult|up|mistake|imperative|critical|
  good|safe|tempting|false|fraud|illegal|also|not)\b)|\bbilling it\b|
  ^(?:its|the) (?:primary |main )?(?:purpose|definition|use|introduction)\b|
  ^(?:this|that)\b(?= (?:is|covers|means|describes|refers|represents|one is)\b)|
  ^this (?:service|procedure|modality|treatment|intervention)\b|
  ^(?:they|these|those|both|all)\b(?= (?:are|cover|mean|describe|represent|require|need|may|can|
  count|
  must))
`;
export const FRAGMENT = regex()`
  ^(?:(?:description|definition|meaning|service|procedure|name|what it is|used for|
  covers)\b ?:? ?)?
  (?:[TAP]|billed|billable|requires?|typically|performed|provided|time[ds]?:|timing:|units?:|
  type:|
  category:|attendance:|contact:|billing:|one unit|each|may be|can be|must be|medicare:|used|
  uses?|
  covers|describes|includes|represents|this is|bill|a |an |for |
  the (?:practice|application|use) of|when |any |skilled )
`;
export const FRAGMENT_SHORT = regex()`
  ^P(?:[.:,;(]|$| -| (?:and|or|for|to|of|in|performed|using|with)\b)
`;
export const CODE_ALONE = regex()`
  ^(?:use|bill|report|code|cpt|cpt code|answer|that is|it is|it's|the code is|you (?:would )?
  (?:use|bill|report)|hcpcs)?:? ?C(?:,? \(?(?:of course|always|in \d+))?\.?$
`;
export const CODE_TITLE = /^(?:cpt |hcpcs |code |cpt code )?:? ?C ?[.:]?$/;
export const QUESTION_WHAT = /\b(?:what|define|meaning|definition|which service|what's)\b/;
export const QUESTION_WHICH = regex()`
  \b(?:which|what) (?:\w+ ){0,3}code|\bhow (?:do|does|should|would|is|are)\b.*\b
  (?:bill|code|report)\w*|\bcode for\b
`;
export const QUESTION_PHRASE = regex()`
  ^(?:and |what about |how about |for |is it |billing |coding |doing |need |did you do |
  performed )?
  (?:the |a )?P ?\?$
`;
export const BILLED_SO = regex()`
  ^(?:we |i |you |they |just |please |that is |that's )?(?:should |would |can |usually |always |
  normally )*(?:bill|code|report|use|charge|submit|put|enter|choose|pick|select|go with|billed|
  coded)(?: (?:it|this|that|them))?(?: (?:as|under|with|using|for it))?(?: the)? C\b
`;
export const YES = regex("i")`
  ^(?:yes|yep|yeah|correct|right|true|sure|absolutely|certainly|indeed|exactly|of course|
  definitely|totally)\b[,:.!;]*\s*(?:-|–|—)?\s*|^(?:it|they|you|we|she|he) (?:will|do|does|can|
  may|is|are|must|should)[.!]$
`;
export const NO = regex("i")`
  ^(?:no|nope|never|not|it (?:cannot|can't|is not|isn't|does not)|false|wrong|incorrect|(?:it|
  they|you|we)
  (?:won't|don't|doesn't|can't|aren't|may not|must not))\b
`;
export const ECHO = regex()`
  \b(?:document\w*|record\w*|describ\w*|not(?:e|es|ing))\b(?: \w+){0,5} P (?:performed|furnished|
  given|done|completed)|\bcodes? that (?:best |most accurately )?(?:represents?|describes?|
  captures?|matches|fits) (?:the )?P\b
`;
export const TECHNIQUES = regex()`
  ^.*\b(?:techniques?|methods?|interventions?|services)\b(?: \w+){0,3} (?:include|including|
  includes|such as|like|incorporate|are)\b
`;
export const ASIDE = regex()`
  \b(?:separate\w*|own codes?|instead|other codes?|different codes?|combin\w+|unlike|besides|
  not part)\b
`;
