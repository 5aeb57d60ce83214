import { itReproduces } from "./golden";

itReproduces("baojing");
