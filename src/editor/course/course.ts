import type { CourseFiles } from "../../folder/content/course-files";
import type { Coach } from "../coach";
import type { LastFolder } from "../last-folder";
import type { Panels } from "../panel/panel";
import type { CourseKeys } from "./course-keys";
import type { CourseWalkthrough } from "./course-walkthroughs";
import type { ProgressStore } from "./progress-store";

/** What the course's commands and views work with. */
export interface Course {
  readonly coach: Coach;
  /** whose course is shown, and where its commands work */
  readonly last: LastFolder;
  readonly files: CourseFiles;
  readonly progress: ProgressStore;
  readonly panels: Panels;
  readonly keys: CourseKeys;
  readonly walkthroughs: readonly CourseWalkthrough[];
}
