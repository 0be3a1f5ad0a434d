// Pages work without this; it only adds what the NHS components do better with a script.
import { initAll } from "../nhsuk/nhsuk-frontend.min.js";

initAll();
