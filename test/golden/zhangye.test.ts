import { itReproduces } from "./golden";

itReproduces("zhangye");
