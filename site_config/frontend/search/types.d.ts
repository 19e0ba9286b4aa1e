/** The index of `generator/build/search_index.py`; what ends a row and is empty is left out. */
export type Row = [
  kind: number,
  address: string,
  title: string,
  line?: string,
  names?: string,
  words?: string,
  codes?: string,
];

export type RecognizedForm = "pair" | "units" | "denial" | "diagnosis";

export interface SearchTable {
  /** Ids and labels. */
  kinds: [id: string, label: string][];
  entries: Row[];
  spellings: string[][];
  ignored: string[];
  answers: Partial<Record<RecognizedForm, string>>;
}

/** A page, or a place of one, that can be found. */
export interface Entry {
  kind: string;
  label: string;
  address: string;
  title: string;
  line: string;
  /** Of a comparison, those compared; of a code, itself. */
  codes: string[];
}

/** One of the phrases that an entry goes by. */
export interface Phrase {
  entry: number;
  weight: number;
  /** Its words, those of questions aside. */
  size: number;
  /** Whether it has no words of questions. */
  plain: boolean;
}

/** How well an entry fits a query. */
export interface Fit {
  entry: number;
  score: number;
  /** Whether a name of it is just what was typed. */
  exact: boolean;
}
