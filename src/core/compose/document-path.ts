/** The keys and list indexes that lead to a value of a parsed document, for instance `["services", "api", "ports", 0]`. */
export type DocumentPath = readonly (string | number)[];
