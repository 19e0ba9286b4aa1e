"""Word lists and patterns of English, in the part of regular expressions that Python and JavaScript share.

They are matched against tagged text: lower case, one space between words, and in capitals the tokens C (codes), P (a phrase of the
facts), M (modifiers) and T (how a code is counted). No lookbehind, no named groups, no inline flags.
"""

NO_PHRASES = frozenset(
    [
        "class",
        "glide",
        "rest",
        "rest break",
        "set up",
        "setup",
        "preparing equipment",
        "charting",
        "documentation time",
        "lifting",
        "reaching",
        "gait stability",
        "conditioning",
        "cupping",
        "pack",
        "adjustment",
        "home",
        "work",
        "light",
        "current",
        "water",
        "tone",
        "pressure",
        "sensory",
        "play",
        "spine",
        "pain",
        "safety",
        "task",
        "report",
        "testing",
        "measurement",
        "device",
        "setup",
        "voice",
        "language",
        "group",
        "compensatory",
        "movement",
        "steps",
        "step",
        "function",
        "hand",
        "shoulder",
    ]
)

NEGATORS = (
    r"\b(?:not|never|no"
    r" longer|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|shouldn't|won't|wouldn't|mustn't|neither|nor|no|none|"
    r"nobody|nothing|hardly|avoid|refrain|stop|exclud\w+|prohibit\w*|forbid\w*|ineligible|inappropriate|incorrect\w*|wrong\w*|improper\w*|"
    r"invalid|illegal|unless|lacks?|fails? to)\b"
)
NOT_NEGATORS = (
    r"\b(?:not only|not just|not merely|not limited to|no matter|no doubt|do not forget to|don't"
    r" forget to|not to mention|no wonder|nothing else|nothing but|nothing more|no more than|no"
    r" less than|no fewer than|not until|no longer than)\b"
)
GOOD_AIMS = (
    r"\b(?:to"
    r" )?(?:avoid|avoids|avoiding|prevent\w*|reduc\w+|minimi[sz]\w+|fewer|lower\w*|less|eliminat\w+|without|cut)(?:"
    r" (?:the|any|risk|of|a|an|"
    r"claim|costly|coding|billing|potential|common|payment|and|or))*"
    r" (?:denials?|errors?|mistakes?|audits?|rejections?|delays?|problems?|confusion)\b"
)
ERROR_FRAME = (
    r"\b(?:mistak\w*|errors?|myths?|misconceptions?|misbelie\w*|misunderst\w*|wrong\w*|incorrect\w*|false\w*|untrue|inaccura\w*|erroneous\w*|confus\w*|"
    r"mix(?:es|ed|ing)? up|contrary"
    r" to|misus\w*|miscod\w*|mislabel\w*|misread\w*|mislead\w*|improper\w*|fraud\w*|deni(?:ed|es|al|als)|deny|reject\w*|"
    r"overpa\w+|refund\w*|audit\w*|recoup\w*|upcod\w*|should have been|was changed to|(?:was|were)"
    r" corrected|supposedly|allegedly|so-called|rumou?r\w*|"
    r"claims? that|claimed that|you may (?:have"
    r" )?(?:read|hear|heard)|(?:often|sometimes|commonly|frequently)"
    r" (?:said|believed|thought|taught)|"
    r"(?:articles?|websites?|web"
    r" pages?|pages?|blogs?|posts?|people|sites?|sources?|vendors?|authors?|billers?|forums?|colleagues?|someone|somebody|others)(?:"
    r" \w+)? "
    r"(?:say|says|said|claim|claims|claimed|think|thinks|believe|believes|state|states|stated|insist|insists|give|gives|gave|call|calls|called|argue|argues|describes?|described|lists?|listed|"
    r"labels?|labelled|labeled|defines?|defined|explains?|explained|treats?|treated|presents?|presented|quotes?|quoted|told)|thought|believed|assumed|guessed|supposed|was"
    r" told|were told|was taught|were taught|taught that|"
    r"contradict\w*|pitfalls?|red flags?|beware|by accident|legend|"
    r"taken for|remains?|(?:much|old|outdated|trade|bad|common) (?:\w+ )?advice|^the same"
    r" (?:holds|goes|is true)|^in (?:one|another|the (?:first|second|other))(?: case| of them|"
    r" example)?(?=,)|"
    r"^(?:it|he|she|the (?:article|author|page|site|blog|post|text|handout|clinic|biller)) (?:\w+"
    r" )?(?:gives|says|calls|claims|states|tells|builds|puts|insists|wrote|writes|read|reads)\b|"
    r"tempt\w*|(?:took|takes?|taken|want\w*|get|got|gave) (?:\w+ ){0,3}(?:money|payment)s?"
    r" back|money back|pa(?:y|id)"
    r" back|refus\w+|(?:asks?|asked|asking|wonder\w*|query|queried|question\w*) (?:\w+"
    r" )?(?:why|whether|if|how)|wonder\w*|as if|as though|pretend\w*|penal\w+|not true|no truth|old"
    r" advice|used to (?:say|think|be)|urban legend|swapped|in error|typos?)\b"
)
SUPPOSE = (
    r"^(?:and |but )?(?:suppose|imagine|assume|assuming|pretend|what if|let us say|let's"
    r" say|consider a claim|picture)\b"
)
HEDGE = (
    r"\b(?:(?:some|certain|many|most|a"
    r" few|several|private|commercial|individual|non-medicare|other|your|the) (?:\w+"
    r" ){0,2}(?:payers?|plans?|insurers?|carriers?|contracts?)|"
    r"commercial insur\w+|private insur\w+|payer[- ]specific|varies|vary|depend\w*|check with|ask"
    r" the|workers'? comp\w*|medicaid|auto insur\w+|pip|l&i|va|veterans|tricare|"
    r"state law|some states|in some|may or may not|washington|in certain|contract\w*|payer"
    r" policy|payer polic\w+)\b"
)
SOME_PAYERS = (
    r"\b(?:some|certain|a few|several|private|commercial) (?:\w+"
    r" ){0,2}(?:payers?|plans?|insurers?|carriers?)\b"
)
PAST = (
    r"\b(?:(?:before|until|prior to|up to|through|till|by the end of|at the end of) (?:\w+"
    r" ){0,3}(?:19|20)[0-2][0-9]|(?:in|after|by)"
    r" (?:19\d\d|20[01]\d|202[0-3])|formerly|former|previous\w*|used to|"
    r"historical\w*|in the past|at one time|old|older|outdated|out of date|obsolete|originally|no"
    r" longer|replac\w+|delet\w+|retired|discontinued|ended|expired|"
    r"repealed|superseded|sunset\w*|was|were|had been|predecessor\w*|gone|instead of|since"
    r" (?:19|20)\d\d|stopped|gives way|give way|gave way|loses its|change from|changed from|asking"
    r" for|asked for|wrote)\b"
)
CONTRAST = (
    r"(?:,? ?(?:and |but )?\b(?:not|never|rather than|instead of|as opposed to|as distinct from|in"
    r" place of|other than)|,? ?\bunlike)"
    r"(?: (?:with|under|by|as|using|for|the|a|an|code|codes|in|to|of|bill|billing|it|report|reporting|coding|submitting|on))*"
    r" ?([CP])\b"
)
CLAUSES = (
    r"; ?|, but | but |, while | while |,? ?\bwhereas |, though |,? ?\balthough |,? ?\bhowever,? |,"
    r" yet |\. |"
    r", (?:and|so|or) (?=(?:\w+ ){0,4}C\b)|, (?=(?:\w+ ){0,3}C (?:is|are|covers?|means|stands)\b)|,"
    r" which is why "
)
ADVERBS = (
    r"(?:code |codes |procedure |that |which |it |generally |typically |usually |commonly |often"
    r" |normally |specifically |mainly |mostly |primarily |always |"
    r"also |only |simply |actually |basically |can |may |might |should |must |will |would |could"
    r" |shall |has |have |had |been |be |best |correctly |properly |currently |"
    r"routinely |accurately |in general |frequently |then |officially |now |and |to be )*"
)
FORWARD_LINKS = (
    r"^(?:$| ?(?:[:=|]|-+|-*>|=+>|\()(?: ?(?:the|a|an|for|i\.e\.,?|the code for|code for|is|used"
    r" for|skilled|billed as|aka))?$|,(?: (?:the|a|an|our))?$"
    r"|[ ,]*(?:(?:and its |its |'s )?(?:description|service|definition|procedure|name|meaning|what"
    r" it is|purpose)) ?(?:[:=-]|is)+(?: the| a| an)?$"
    r"|, (?:\w+ ){1,5}(?:paid|reimbursed) for(?: the| your| their)?$"
    r"|, (?:\w+ ){1,4}(?:accurately |correctly |properly )?(?:document|bill|record|report|code)(?:"
    r" and \w+)?(?: for)?(?: \w+){0,3}$"
    r"|(?: ?[:,-])? ?"
    + ADVERBS
    + r"(?:is|are|was|were|isn't|aren't|wasn't|any ?time|every time|each"
    r" time|means?|meaning|stands? for|refers?"
    r" to|denotes?|describes?|described|covers?|covering|represents?|representing|includes?|including|encompass\w*|involves?|"
    r"comprises?|consists? of|identif\w+|reports?|captures?|pertains? to|relates? to|applies"
    r" to|apply to|applied|designates?|designated|indicates?|corresponds? to|"
    r"for|as|used|uses?|billed|bills?|reported|coded|submitted|charged|appropriate|suitable|intended|reserved|assigned|when|whenever|where|if|known|called|named|titled|labell?ed|"
    r"allows?|enables?|lets|provided|provides|addresses|focus\w*|facilitat\w+|counts? as|aimed"
    r" to|aims to|serves|ensures that|goes|chosen|selected|defined|"
    r"to (?:bill|document|report|record|code|cover|capture|describe|verify|claim|charge|represent|identify))"
    r"(?: .*)?$)"
)
FORWARD_STOPS = (
    r"\b(?:before|after|prior to|following|followed by|alongside|along"
    r" with|together|combined|combination|in addition"
    r" to|addition|plus|besides?|than|unlike|versus|vs|"
    r"compared|except|without|instead|rather|unless|until|against|separate\w*|separately|distinct|different\w*|differ\w*|adjunct\w*|complement\w*|prepar\w+|ready|readies|so"
    r" that|because|since|"
    r"(?:more |further )?(?:information|details|guidance|questions|help)|next"
    r" to|bundl\w+|column|edits?|pairs?|confus\w+|precursor|warm\w*|easier|denied|conflict\w*|similar|resembl\w+|like"
    r" a|shares?|outside|replac\w+|same (?:day|visit|date|time|session)|"
    r"when paired|paired|as well as|do not|more often|less"
    r" often|apart|between)\b|\bafter$|\bwith$|\bwith (?:the|a|an|other|some)$|\band (?:then"
    r" )?(?:the|a)?$"
)
BACKWARD_LINKS = (
    r"^(?:$| ?(?:\(|[:=|]|-+|-?>|=>)(?: ?(?:the|use|see|code|bill|report|=))?$|,$"
    r"| (?:cpt |billing |procedure |hcpcs )*codes?(?: is|:|,| \(| =|, which is)?(?: cpt| code)?$"
    r"|.*\b(?:bill\w*|cod(?:e|es|ed|ing)|report\w*|charg\w*|submit\w*|claim(?:ed)?|captur\w*|document\w*|record\w*|cover\w*|list\w*|includ\w*|represent\w*|describ\w*|classif\w+|"
    r"categori\w+|enter\w*|assign\w*|known|label\w*|designat\w*|defin\w*|called|referred|coded"
    r" for|put|found|filed|goes|go|falls?|belongs?|counts?|part|uses?|used|identified|performed|furnished)"
    r"(?: (?:it|this|that|them|these|those|both|the service|the"
    r" time|separately|properly|correctly|accurately|only|primarily))*"
    r" (?:with|under|as|by|using|through|via|in|to|of|within|on|towards?)(?: the| a| an| our| your|"
    r" its)*(?: cpt| code| codes| number| billing code| procedure code| heading)*(?: of)?$"
    r"|.*(?:^|"
    r" |,)(?:use|uses|bill|bills|report|reports|code|codes|submit|submits|apply|applies|choose|select|enter|pick|charge|charges|assign|assigns|want|wants|is|are|was|means|equals|has|have|gets|get|takes|"
    r"use of|had better use|as|under|via|using|coded|billed|reported|has the code|have the code|is"
    r" code|called|named|assigned|given|allotted)(?: the| a| our| your)*(?: cpt| code| codes|"
    r" number| billing code| procedure code| separately)*$)"
)
BACKWARD_STOPS = (
    r"\b(?:before|after|prior to|alongside|along with|in addition"
    r" to|besides?|than|unlike|versus|vs|compared|except|without|instead|rather|unless|until|separate"
    r" codes?|"
    r"different code|another code|together|combined|plus|column|edits?|pairs?|so"
    r" that|because|since|followed|same (?:day|visit|date|time|session)|does|do|did|and then|"
    r"differ\w*|confus\w+|similar|precede\w*|follow\w*|next to|less|more often)\b|\band(?: \w+)?$|^"
    r" and (?!\w+ (?:was|were|is|are)\b)"
)
CODE_LEFT_STOPS = (
    r"\b(?:replac\w+|supersed\w+|(?:differs?|different|distinct|apart) from|compared"
    r" (?:to|with)|vs\.?|versus|instead|confuse)(?: the| a)?(?: code| codes)? $"
)
RIGHT_CODE = (
    r"^ (?:is|would be|should be|will be) (?:the (?:right |correct |proper |best |appropriate"
    r" |billable |applicable"
    r" )?(?:code|choice|one|answer)|right|correct|used|billed|reported|submitted|charged|appropriate|what"
    r" you|your code)\b"
)
CONDITION = r"^(?:when|whenever|if|for|where|once|should|in case|as soon as|any time|every time)\b"
BACKWARD_LEFT_STOPS = (
    r"\b(?:after|before|following|besides|in addition to|along with|alongside|unlike|than|prior"
    r" to|together with|instead of|beside|except|besides the|when not)(?: (?:the|a|an|any|some))?$"
)
BILL_FOR_IT = (
    r"\b(?:bill\w*|cod(?:e|es|ed)|report\w*|charg\w*|submit\w*|enter\w*|put)\b(?: \w+){0,5}$"
)
FOR_IT = (
    r"^ (?:for|to (?:bill|report|cover)) (?:it|this|that|them|these|those|the session|the time|the"
    r" work|the service)\b"
)
LIST_GAP = (
    r"^(?:,? ?(?:and|or|and/or|&|\+|/|plus)?,? ?|,? (?:including|such"
    r" as|like|e\.g\.,?|i\.e\.,?|namely) | ?[:(] ?| - | of (?:all )?)(?:the |a |an |other |various"
    r" |also |even |some |both |then )*$"
)
PURPOSE_GAP = r"^[^.;()]*\b(?:to|for|that|which|aim\w*|improv\w*|increas\w*|restor\w*|promot\w*|build\w*|develop\w*|target\w*|focus\w*|of|by|in|on|meant|designed|intended|using|with|via)\b[^.;()]*$"
QUESTION_WHAT = r"\b(?:what|define|meaning|definition|which service|what's)\b"
QUESTION_WHICH = (
    r"\b(?:which|what) (?:\w+ ){0,3}code|\bhow"
    r" (?:do|does|should|would|is|are)\b.*\b(?:bill|code|report)\w*|\bcode for\b"
)
YES = r"^(?:yes|yep|correct|right|true|sure|absolutely|certainly|indeed)\b"
NO = r"^(?:no|nope|never|not|it (?:cannot|can't|is not|isn't|does not)|false|wrong|incorrect)\b"
COREF = (
    r"\b(?:this|the|that|these|those|said) (?:\w+ )?codes?\b(?! (?:set|book|system|selection|that"
    r" best))|^it\b(?! (?:is|was|can be|may be|would be|becomes|remains)(?: \w+)?"
    r" (?:essential|crucial|important|vital|necessary|possible|best|wrong|right|common|clear|true|recommended|required|advisable|wise|worth|helpful|useful|"
    r"easy|hard|difficult|up|mistake|imperative|critical|good|safe|tempting|false|fraud|illegal|also|not)\b)|\bbilling"
    r" it\b|^(?:its|the) (?:primary |main )?(?:purpose|definition|use|introduction)\b"
    r"|^(?:this|that)\b(?= (?:is|was|covers|means|describes|refers|represents|one is)\b)|^they\b(?="
    r" (?:are|cover|mean|describe|represent))"
)
CODE_WORDS = (
    r"\b(?:the )?(?:(?:current procedural terminology|cpt|hcpcs|billing code|procedure"
    r" code|billing|procedure|codes?|code number)\b\(?r?\)?[ :#-]*)+"
)

UNTIMED = (
    r"\bun-?timed\b|\bonce (?:per|a|each) (?:visit|session|encounter)\b|\bone[- ]unit[- ]per[-"
    r" ](?:visit|session|day)\b|\bnon-?timed\b|\b(?:service|event|session|encounter|procedure)["
    r" -]based\b|\b(?:billed|reported|charged|coded|bill|report|paid|payable|counted)(?: it| them|"
    r" only| just)? ?(?:only |just )?"
    r"once (?:per|a|each|for each) (?:session|visit|day|encounter|treatment)\b|\b(?:a"
    r" )?(?:single|one|1) unit (?:per|a|each|for each) (?:session|visit|day|encounter|treatment)\b|"
    r"\b(?:regardless|irrespective) of (?:the )?(?:time|duration|minutes|length|how (?:long|much"
    r" time))\b|\bno matter how (?:long|many minutes|much time)\b|\bflat[ -](?:rate|fee)\b|"
    r"\b(?:billed|bill|report|reported|paid|charged) (?:it )?per"
    r" (?:session|visit|encounter)\b|\bnot time[ -]based\b"
)
TIMED = r"\btimed\b|\btime[ -](?:based|dependent)\b"
NUMBER = r"\d{1,3}|five|eight|ten|twelve|fifteen|twenty|thirty|forty[ -]five|forty|sixty"
MINUTE_UNITS = (
    r"\b(?:in |per |each |every |of |an? )*("
    + NUMBER
    + r")[ -]?min(?:ute)?s?[ -](?:units?|increments?|blocks?|intervals?|segments?|slots?)\b|"
    r"\b(?:per|each|every)(?: full| additional)? ("
    + NUMBER
    + r")[ -]?min(?:ute)?s?\b(?! of the)|\b(?:each|every|per) quarter(?: of an)?["
    r" -]hour\b|\bquarter[ -]hour (?:units?|increments?)\b|"
    r"\b(?:billed|charged|paid) (?:per|by the) hour\b"
)

COUNT_BACKWARD = (
    r"^(?:"
    r" ?(?:cpt|therapy|pt|ot|physical|common|treatment|modalities|modality|codes?|services?|procedures?|evaluations?|ones))*(?:"
    r" that you| we)?"
    r" ?(?:include|includes|including|such as|like|are|is|:|-|\(|e\.g\.,?)(?: for example| the|"
    r" only)?$|^$"
)
ADVICE = r"\b(?:should|must|essential|crucial|vital|important|required|need to|needs to|have to)\b"
REFUTED = (
    r"^(?:but )?(?:that|this|it|which|both|all of this|neither|the claim)(?:'s| is| are| was) (?:a"
    r" |an |simply |plainly |just |also )?(?:wrong|false|not"
    r" (?:true|so|right|correct)|incorrect|myth|untrue|mistake|error|nonsense|outdated|miscoding)|^(?:wrong|false|not"
    r" so|not true|incorrect|untrue)\b"
)
FRAGMENT_SHORT = r"^P(?:[.:,;(]|$| -| (?:and|or|for|to|of|in|performed|using|with)\b)"
FRAGMENT = (
    r"^(?:(?:description|definition|meaning|service|procedure|name|what it is|used for|covers)\b"
    r" ?:? ?)?(?:P|used|uses?|covers|describes|includes|represents|this is|bill|a |an |for |the"
    r" (?:practice|application|use) of|when |any |skilled )"
)
CODE_ALONE = (
    r"^(?:use|bill|report|code|cpt|cpt code|answer|that is|it is|it's|the code is|you (?:would"
    r" )?(?:use|bill|report)|hcpcs)?:? ?C(?:,? \(?(?:of course|always|in \d+))?\.?$"
)
CODE_TITLE = r"^(?:cpt |hcpcs |code |cpt code )?:? ?C ?[.:]?$"
BILLED_SO = (
    r"^(?:we |i |you |they |just |please |that is |that's )?(?:should |would |can |usually |always"
    r" |normally )*(?:bill|code|report|use|charge|submit|put|enter|choose|pick|select|go"
    r" with|billed|coded)(?: (?:it|this|that|them))?(?: (?:as|under|with|using|for it))?(?:"
    r" the)? C\b"
)
QUESTION_PHRASE = (
    r"^(?:and |what about |how about |for |is it |billing |coding |doing |need |did you do"
    r" |performed )?(?:the |a )?P ?\?$"
)
ECHO = (
    r"\b(?:document\w*|record\w*|describ\w*|not(?:e|es|ing))\b(?: \w+){0,5} P"
    r" (?:performed|furnished|given|done|completed)|\bcodes? that (?:best |most accurately"
    r" )?(?:represents?|describes?|captures?|matches|fits) (?:the )?P\b"
)
TECHNIQUES = (
    r"^.*\b(?:techniques?|methods?|interventions?|services)\b(?: \w+){0,3}"
    r" (?:include|including|includes|such as|like|incorporate|are)\b"
)
ASIDE = (
    r"\b(?:separate\w*|own codes?|instead|other codes?|different"
    r" codes?|combin\w+|unlike|besides|not part)\b"
)
TIMED_HEADER = r"\btimed\b|\btime[- ]based\b"
CODE_HEADER = r"\b(?:cpt|code|codes|hcpcs)\b"
WRONG_HEADER = (
    r"\b(?:wrong|incorrect|mistakes?|errors?|don'?ts?|avoid|myths?|misconceptions?|instead"
    r" of|never|false|claims?|belief|often billed|was|old|before|former|not)\b"
)
MINUTES_HEADER = r"\bmin(?:ute)?s?\b|\btime\b"
UNITS_HEADER = r"\bunits?\b"
UNIT_CELL = r"^(?:per |each |every )?(\d{1,2})[ -]?min(?:ute)?s?\.?(?: units?| increments?| each)?$"

LANGUAGE = {
    name.lower(): value
    for name, value in list(globals().items())
    if name.isupper() and isinstance(value, str)
}
