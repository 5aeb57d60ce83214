import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./style/base.css";
import "./style/notice.css";
import "./style/workbook.css";
import "./style/result.css";
import "./style/findings.css";
import "./style/decisions.css";

const root = document.getElementById("root");
if (root === null) throw new Error("taskpane.html has no #root");
createRoot(root).render(<App />);
