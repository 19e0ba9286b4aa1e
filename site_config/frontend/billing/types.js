/**
 * The pipeline's types. Nothing here exists at run time. Days are ISO texts, which compare as days do; money is whole cents.
 *
 * @typedef {{from?: string, to?: string}} Period First and last date of service, inclusive; open where left out.
 * @typedef {Period & {sources: string[], confidence?: string}} Sourced
 * @typedef {Sourced & {text: string}} Fact
 * @typedef {"practitioner" | "hospital"} Setting
 *
 * @typedef {object} Code
 * @property {string} name
 * @property {string[]} cite
 * @property {boolean} [timed]
 * @property {number} [minutes]
 * @property {number} [perDay]
 * @property {string} [addOn]
 * @property {string} [contact]
 * @property {Measure} [measure]
 * @property {string} [from] First and last date of service on which it is a code.
 * @property {string} [to]
 * @property {{text: string, sources: string[]}} unit
 * @property {boolean} [activeCare]
 * @property {(Fact & {role: string})[]} [against]
 * @property {Record<string, Coverage>} [coverage]
 * @property {Mue[]} [mue]
 *
 * @typedef {{of: "minutes" | "area_cm2" | "data_days" | "month_minutes", size: number, least: number, span: string}} Measure
 * @typedef {{amount: number, own: number, further: number}} Measured Units of a code and of its add-on.
 * @typedef {Period & {status: string, therapy?: string, text?: string, sources?: string[], confidence?: string}} Coverage
 * @typedef {Sourced & {units: number, adjudication: number | null, setting: Setting, asOf: string}} Mue
 * @typedef {Period & {name: string, cite: string[], deleted?: boolean, replacedBy?: string[]}} OtherCode
 * @typedef {[number | null, number | null] | {among: (boolean | string)[]}} Wanted A range, or what it must be one of.
 * @typedef {Sourced & {when?: Record<string, Wanted>, codes?: string[], why: string}} CodeRule
 * @typedef {{name: string, contact?: string, codes: CodeRule[]}} Technique
 * @typedef {Sourced & {column1: string, column2: string, indicator: 0 | 1 | 9, setting: Setting, asOf: string}} Edit
 * @typedef {Sourced & {key: string, amount: number, unit: string, cents?: number}} Value
 * @typedef {Period & {title: string, cite: string[], values?: Value[], dated?: Fact[]}} Rule
 * @typedef {{id: string, date: string, title: string, codes: string[]}} Change
 *
 * @typedef {{ncciEdits?: boolean, mues?: boolean, medicareModifiers?: boolean}} PayerPolicy generator/billing/payer_policy.py
 * @typedef {Period & {size: number, least: number}} Counting Minutes in a unit, and the fewest that earn one.
 *
 * @typedef {object} Payer
 * @property {string} name
 * @property {PayerPolicy} [policy] Left out where none of it is known to hold.
 * @property {boolean} [invented]
 * @property {string} method
 * @property {string[]} methodSources
 * @property {string[]} cite
 * @property {(Fact & {code: string, use: string})[]} [substitutions]
 * @property {(Fact & {roles: string[], codes: string[], butPays: string[]})[]} [refusals]
 * @property {Record<string, Fact>} [notCovered]
 * @property {(Fact & {units: number, codes: string[]})[]} [caps]
 * @property {(Fact & {modifier: string, codes: string[], disciplines: string[]})[]} [modifiers]
 *
 * @typedef {object} Table What generator/build/browser_facts.py writes.
 * @property {string} judged
 * @property {string} pairsRead
 * @property {Record<string, string>} messages
 * @property {{order: string[]} & Record<"plan" | "assistant" | "kx_threshold" | "bypass", Record<string, string>>} modifiers
 * @property {Record<string, Record<string, string>>} roles
 * @property {string[]} neverPaid
 * @property {Record<string, Counting[]>} counting By method.
 * @property {Record<string, Code>} codes
 * @property {Record<string, OtherCode>} others
 * @property {Record<string, string>} purposes
 * @property {Record<string, Technique>} techniques
 * @property {Record<string, Payer>} payers
 * @property {Record<string, Rule>} rules
 * @property {Edit[]} edits
 * @property {Change[]} changes In order of their dates.
 * @property {Record<string, string>} sources
 *
 * @typedef {object} Facts The table with its indexes.
 * @property {Table} table
 * @property {Map<string, Code>} codes
 * @property {Map<string, OtherCode>} others
 * @property {Map<string, string>} bases The code that each add-on adds to.
 * @property {Map<string, Edit[]>} edits By "column1-column2".
 * @property {(name: string, values?: Record<string, unknown>) => string} say The sentence of that name, its blanks filled.
 *
 * @typedef {object} Service
 * @property {string} id
 * @property {string} [technique]
 * @property {string} [code]
 * @property {string} [purpose]
 * @property {number} [minutes]
 * @property {string} by
 * @property {string} [clinician]
 * @property {string} [contact]
 * @property {boolean} [separate]
 * @property {string} [separate_by]
 * @property {Record<string, boolean | number | string>} [details]
 *
 * @typedef {object} Visit As `rightcode visit` reads it.
 * @property {string} date
 * @property {string} payer
 * @property {string} discipline
 * @property {Setting} setting
 * @property {Service[]} services
 * @property {number} [allowed_so_far_usd]
 * @property {boolean} [necessary]
 * @property {"none" | "required" | "voluntary"} [abn]
 * @property {boolean} [active_care]
 * @property {boolean} [denial_wanted]
 * @property {boolean} [plan_certified]
 *
 * @typedef {{code: string, minutes: number, timed?: boolean, by?: string}} CountedService
 * @typedef {{services: CountedService[], discipline: string}} CountedDay As `rightcode units` reads it.
 *
 * @typedef {object} Reason A sentence, the facts it rests on, who says so, and how surely.
 * @property {string} text
 * @property {string[]} restsOn
 * @property {string[]} sources
 * @property {string} confidence
 *
 * @typedef {{kind: "billable", codes: string[], reasons: Reason[]}} Billable
 * @typedef {{kind: "not-billable", codes: string[], reasons: Reason[]}} NotBillable
 * @typedef {{kind: "ask", missing: string, reasons: Reason[]}} Ask
 * @typedef {Billable | NotBillable | Ask} Outcome
 *
 * @typedef {object} CodedService One service under one code; an add-on's minutes count under the code it adds to.
 * @property {"coded"} kind
 * @property {Service} service
 * @property {string} code
 * @property {boolean} timed
 * @property {Measure} [measure]
 * @property {number} amount Of what a measured code is counted by.
 * @property {Reason[]} reasons
 * @property {boolean} excluded
 * @property {number} minutes
 * @property {boolean} byAssistant
 *
 * @typedef {{kind: "not-billed", code: string | null, minutes: number | null, reason: Reason}} NotBilled
 * @typedef {{kind: "missing-information", service: string | null, missing: string, reason: Reason}} MissingInformation
 * @typedef {CodedService | NotBilled | MissingInformation} SelectedService
 *
 * @typedef {[string, number][]} Minutes Codes in order of their names, each once.
 * @typedef {[string, number][]} Allocation
 * @typedef {{allocations: Allocation[], reasons: Reason[]}} UnitCount
 * @typedef {{plain: number, marked: number}} UnitSplit
 * @typedef {{modifiers: string[], reasons: Reason[], questions: MissingInformation[], warnings: Reason[]}} LineModifiers
 * @typedef {{code: string, units: number, modifiers: string[], reasons: Reason[]}} BilledLine
 *
 * What each stage gives, in order:
 * @typedef {{coded: CodedService[], notBilled: NotBilled[], missing: MissingInformation[]}} SelectedCodes
 * @typedef {{coded: CodedService[], allocations: Allocation[], reasons: Reason[], missing: MissingInformation[]}} CountedUnits
 * @typedef {CountedUnits & {counted: CountedUnits, notBilled: NotBilled[], bypassed: Edit[]}} EditedUnits
 * @typedef {{claims: BilledLine[][], missing: MissingInformation[], warnings: Reason[]}} ModifiedLines
 * @typedef {{warnings: Reason[]}} CheckedLimits
 * @typedef {{lines: BilledLine[], alternatives: BilledLine[][], notBilled: NotBilled[], questions: MissingInformation[], warnings: Reason[]}} ClaimResult
 *
 * @typedef {{total: number, lines: BilledLine[], alternatives: BilledLine[][], reasons: Reason[]}} DayUnits
 */

export {};
