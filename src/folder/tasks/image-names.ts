/** The names that the course's pages give to the learner's images. */
export const NAIVE_IMAGE = "myapp-naive";
export const FINAL_IMAGE = "myapp";
