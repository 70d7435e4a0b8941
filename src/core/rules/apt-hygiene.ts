import { aptFindings } from "../image/apt-findings";
