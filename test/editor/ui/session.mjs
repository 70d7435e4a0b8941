/** The workbench that a spec drives: playwright's page, a function that writes a screenshot, the workspace's path. */
export const session = {};
