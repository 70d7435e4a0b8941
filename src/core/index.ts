/** The pure core: models, checks, grading and scoring. No editor, no engine, no I/O. */
export { COURSE, courseCheck, type Course, type CourseCheck } from "./course";
export { CHECK_IDS, isCheckId, type CheckId } from "./checks/check-id";
export { grade, gradeFiles, type EngineAccess, type GradeOptions, type GradingEvent } from "./grade";
export { score } from "./score";
export { decodeText } from "./parse/decode-text";
export { parseDockerfile } from "./parse/parse-dockerfile";
export { parseDockerignore } from "./parse/parse-dockerignore";
export { parseComposeFile } from "./parse/parse-compose-file";
export { dockerfileFacts } from "./parse/dockerfile-facts";
export { COMPOSE_FILE_NAMES, composeFileOf, type SourceFile, type Submission } from "./submission";
export type * from "./clock";
export type * from "./report";
export type * from "./text";
export type * from "./parse/dockerfile-model";
export type * from "./container-engine";
export { EngineFault } from "./container-engine";
