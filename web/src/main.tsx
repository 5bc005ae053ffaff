// SPDX-License-Identifier: Apache-2.0
import { render } from "preact";
import { App } from "./app";
import "./base/style/index.css";

const root = document.getElementById("app");
if (root) render(<App />, root);
