/** How a sentence is meant: asserted, denied, called an error, supposed, hedged. */
import { regex } from "../regex.js";

export const NEGATORS = regex()`
  \b(?:not|never|no longer|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|
  shouldn't|
  won't|wouldn't|mustn't|neither|nor|no|none|nobody|nothing|hardly|avoid|refrain|stop|exclud\w+|
  prohibit\w*|forbid\w*|ineligible|inappropriate|incorrect\w*|wrong\w*|improper\w*|invalid|
  illegal|
  unless|lacks?|fails? to)\b
`;
export const NOT_NEGATORS = regex("g")`
  \b(?:not only|not just|not merely|not limited to|(?:is|are) not the only|not the only|
  not all of|no matter|no doubt|do not forget to|
  don't forget to|not to mention|no wonder|nothing else|nothing but|nothing more|no more than|
  no less than|no fewer than|not until|no longer than)\b
`;
export const GOOD_AIMS = regex("g")`
  \b(?:to )?(?:avoids?|avoiding|prevent\w*|reduc\w+|minimi[sz]\w+|fewer|lower\w*|less|
  eliminat\w+|without|cut)(?: (?:the|any|risk|of|a|an|claim|costly|coding|billing|potential|
  common|
  payment|and|or))* (?:denials?|errors?|mistakes?|audits?|rejections?|delays?|problems?|
  confusion)\b
`;
export const ERROR_FRAME = regex()`
  \b(?:mistak\w*|errors?|myths?|misconceptions?|misbelie\w*|misunderst\w*|wrong\w*|incorrect\w*|
  false\w*|untrue|inaccura\w*|erroneous\w*|confus\w*|mix(?:es|ed|ing)? up|contrary to|misus\w*|
  miscod\w*|mislabel\w*|misread\w*|mislead\w*|upcod\w*|should have been|was changed to|
  (?:was|were) corrected|supposedly|allegedly|so-called|rumou?r\w*|claims? that|claimed that|
  (?:you may (?:have )?|still |often |keep |kept )(?:read|reading|hear|heard|hearing|see|told)|
  (?:often|sometimes|commonly|
  frequently) (?:said|believed|thought|taught)|(?:readers|articles?|websites?|web pages?|pages?|
  blogs?|
  posts?|people|sites?|sources?|vendors?|authors?|billers?|forums?|colleagues?|someone|somebody|
  others)(?: \w+)? (?:says?|said|claim(?:s|ed)?|thinks?|believes?|will (?:\w+ )?(?:think|count|
  take)|
  state[sd]?|insists?|gives?|gave|call(?:s|ed)?|argues?|describe[sd]?|
  list(?:s|ed)?|labels?|labelled|labeled|define[sd]?|explain(?:s|ed)?|treat(?:s|ed)?|
  present(?:s|ed)?|quote[sd]?|told)|thought|believed|assumed|guessed|supposed|was told|were told|
  was taught|were taught|taught that|contradict\w*|pitfalls?|red flags?|beware|by accident|legend|
  taken for|doubts?|articles? that|remains? P|(?:much|old|outdated|trade|bad|
  common) (?:\w+ )?advice|
  ^the same (?:holds|goes|is true)|^in (?:one|another|the (?:first|second|other))
  (?: case| of them| example)?(?=,)|^(?:it|he|she|the (?:article|author|page|site|blog|post|text|
  handout|clinic|biller)) (?:\w+ )?(?:gives|says|calls|claims|states|tells|builds|puts|insists|
  wrote|writes|reads?)\b|tempt\w*|(?:took|takes?|taken|want\w*|get|got|gave) (?:\w+ ){0,3}
  (?:money|payment)s? back|(?:ask(?:s|ed)?|asking|wonder\w*|
  query|queried|question\w*) (?:\w+ )?(?:why|whether|if|how)|wonder\w*|as if|as though|pretend\w*|
  penal\w+|not true|no truth|old advice|used to (?:say|think|be)|urban legend|
  was (?:mis)?labell?ed|was listed as|^one (?:clinic|
  practice|client|biller|office)|(?:was|were|got|been|had) swapped|in error|
  typos?)\b
`;
/** What a payer does with a claim; of a service billed with a code it tells a mistake. */
export const PAYERS_ANSWER = regex()`
  \b(?:improper\w*|fraud\w*|deni(?:ed|es|als?)|deny|reject\w*|overpaid|refund\w*|audit\w*|
  recoup\w*|refus\w+|money back|pa(?:y|id) back)\b
`;
export const SUPPOSE = regex()`
  ^(?:and |but )?(?:suppose|imagine|assume|assuming|pretend|what if|let us say|let's say|
  consider a claim|picture)\b
`;
export const HEDGE = regex()`
  \b(?:(?:some|certain|many|most|a few|several|private|commercial|individual|non-medicare|other|
  your|the) (?:\w+ ){0,2}(?:payers?|plans?|insurers?|carriers?|contracts?)|commercial insur\w+|
  private insur\w+|payer[- ]specific|varies|vary|depend\w*|check with|ask the|workers'? comp\w*|
  medicaid|auto insur\w+|pip|l&i|va|veterans|tricare|state law|some states|in some|may or may not|
  washington|in certain|contract\w*|payer policy|payer polic\w+)\b
`;
export const SOME_PAYERS = regex()`
  \b(?:some|certain|a few|several|private|commercial) (?:\w+ ){0,2}
  (?:payers?|plans?|insurers?|carriers?)\b
`;
export const PAST = regex()`
  \b(?:(?:before|until|prior to|up to|through|till|by the end of|at the end of) (?:\w+ ){0,3}
  (?:19\d\d|20[0-2]\d)|(?:in|after|by) (?:19\d\d|20[01]\d|202[0-3])|formerly|former|previous\w*|
  used to|historical\w*|in the past|at one time|old|older|outdated|out of date|obsolete|
  originally|
  no longer|replac\w+|delet\w+|retired|discontinued|ended|expired|repealed|superseded|sunset\w*|
  was|
  were|had been|predecessor\w*|gone|instead of|since (?:19|20)\d\d|stopped|gives way|give way|
  gave way|loses its|change from|changed from|asking for|asked for|wrote)\b
`;
export const CONTRAST = regex("g")`
  (?:,? ?(?:and |but )?\b(?:not|never|rather than|instead of|as opposed to|as distinct from|
  in place of|other than)|,? ?\bunlike)(?: (?:with|under|by|as|using|for|the|a|an|codes?|in|to|
  of|bill|billing|it|report|reporting|coding|submitting|on))* ?([CP])\b
`;
export const CLAUSES = regex("g")`
  ; ?|, but | but |, while | while |,? ?\bwhereas |, though |,? ?\balthough |,? ?\bhowever,? |
  , yet |(?<!\be\.g|\bi\.e|\bvs)\. |, (?:and|so|or) (?=(?:\w+ ){0,4}[CM]\b)|
  , (?=(?:\w+ ){0,3}C (?:is|are|covers?|means|stands|isn't|aren't|doesn't|does not|is not|can't|
  cannot|
  never|needs?|runs?|goes)\b)|, which is why[ ]|
  : (?=P (?:is|are|means?|goes|belongs|stays)\b)
`;
export const CONDITION = regex()`
  ^(?:when|whenever|if|for|where|once|should|in case|as soon as|any time|every time)\b
`;
export const ADVICE = regex()`
  \b(?:should|must|essential|crucial|vital|important|required|need to|needs to|have to)\b
`;
export const REFUTED = regex()`
  ^(?:you|they|we|he|she) (?:can't|cannot|can not|may not|don't)\b|^(?:that|this|it|they|these|
  both)(?: codes?)? (?:was |were |has been |have been )?(?:ended|
  retired|
  deleted|removed|dropped|discontinued|stopped)\b|^(?:but )?(?:it|that|this|they|both) (?:isn't|
  aren't|is not|are not|does not|doesn't)[.!]?$|
  ^(?:but )?(?:that|this|it|which|both|all of this|neither|the claim)(?:'s| is| are| was) (?:a |
  an |
  simply |plainly |just |also )?(?:wrong|false|not (?:true|so|right|correct)|incorrect|myth|
  untrue|
  mistake|error|nonsense|outdated|miscoding)|^(?:wrong|false|not so|not true|incorrect|untrue)\b
`;
