// Wieg's own icons. The code of the Amsterdam design system is free, its icons belong to the city; so these stand in under their names.
const { createElement } = require("react");

const LINE = { fill: "none", stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" };
const CIRCLE = "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z";
const HEAD_AND_SHOULDERS = "M12 3a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM3 21c0-4.4 4-7 9-7s9 2.6 9 7z";
const TRIANGLE = "M12 3L2 21h20z";

const icon = (d, paint) => (props) =>
  createElement("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 24 24", "aria-hidden": true, focusable: false, ...props }, createElement("path", { d, ...paint }));
const line = (d) => icon(d, LINE);
/** A filled shape with its sign left open. */
const filled = (shape, sign) => icon(`${shape}${sign}`, { fill: "currentColor", fillRule: "evenodd" });

module.exports = {
  ArrowForwardIcon: line("M4 12h16M13 5l7 7l-7 7"),
  ChevronBackwardIcon: line("M15 5l-7 7l7 7"),
  ChevronDoubleBackwardIcon: line("M12 5l-7 7l7 7M19 5l-7 7l7 7"),
  ChevronDoubleForwardIcon: line("M12 5l7 7l-7 7M5 5l7 7l-7 7"),
  ChevronDownIcon: line("M5 9l7 7l7-7"),
  ChevronForwardIcon: line("M9 5l7 7l-7 7"),
  CloseIcon: line("M5 5l14 14M19 5l-14 14"),
  DocumentIcon: line("M6 3h8l4 4v14h-12zM14 3v4h4M9 12h6M9 16h6"),
  SearchIcon: line("M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5l5 5"),
  WarningIcon: line(`${TRIANGLE}M12 9v6M12 18v.01`),
  ErrorFillIcon: filled(CIRCLE, "M8.4 7l3.6 3.6l3.6-3.6l1.4 1.4l-3.6 3.6l3.6 3.6l-1.4 1.4l-3.6-3.6l-3.6 3.6l-1.4-1.4l3.6-3.6l-3.6-3.6z"),
  InfoFillIcon: filled(CIRCLE, "M11 10h2v7h-2zM11 6h2v2h-2z"),
  PersonFillIcon: icon(HEAD_AND_SHOULDERS, { fill: "currentColor" }),
  SuccessFillIcon: filled(CIRCLE, "M10.5 16.9l-4.4-4.4l1.4-1.4l3 3l6-6l1.4 1.4z"),
  WarningFillIcon: filled(TRIANGLE, "M11 9h2v6h-2zM11 16.5h2v2h-2z"),
};
