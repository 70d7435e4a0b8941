import data from "../../../challenge/glossary.json";

/** A word that a beginner meets in the course, in a sentence or two. */
export interface GlossaryTerm {
  readonly term: string;
  /** how else it is written: plurals and other names */
  readonly also: readonly string[];
  readonly definition: string;
}

/** The glossary as data: challenge/glossary.json, typed. */
export const GLOSSARY: readonly GlossaryTerm[] = data;
