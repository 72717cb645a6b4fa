// Draws the plots of a report: each <figure data-plot> holds its data as JSON. Tables need no script.
"use strict";
for (const figure of document.querySelectorAll("figure[data-plot]")) {
  const data = JSON.parse(figure.querySelector("script").textContent);
  const colour = name => `var(--series-${1 + data.series.indexOf(name) % 6})`;
  const legend = document.createElement("div");
  legend.className = "legend";
  for (const name of data.series) {
    const entry = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = colour(name);
    entry.append(swatch, name);
    legend.append(entry);
  }
  figure.append(legend, { dots: drawDots, bars: drawBars }[figure.dataset.plot](data, colour));
}

function common(data, labels) {
  const room = 24 + 7.2 * Math.max(...labels.map(label => label.length));
  return { width: 1040, marginLeft: Math.max(60, room), style: { background: "transparent", fontSize: "12.5px", overflow: "visible" } };
}

// Every sample as a dot, the median as a bar across: one row per group and series.
function drawDots(data, colour) {
  const medians = d3.flatRollup(data.points, points => d3.median(points, point => point.value), d => d.group, d => d.series)
    .map(([group, series, value]) => ({ group, series, value }));
  return Plot.plot({
    ...common(data, data.groups),
    height: 46 + data.groups.length * (14 + 15 * data.series.length),
    x: { type: data.logarithmic ? "log" : "linear", label: data.unit, grid: true, nice: true, zero: !data.logarithmic, tickFormat: ",~r", ticks: data.logarithmic ? 6 : undefined },
    y: { axis: null, domain: data.series, padding: 0.1 },
    fy: { domain: data.groups, label: null, padding: 0.25, axis: "left" },
    marks: [
      Plot.ruleY(medians, { fy: "group", y: "series", x1: d => data.logarithmic ? undefined : 0, x2: "value", stroke: d => colour(d.series), strokeOpacity: data.logarithmic ? 0 : 0.35 }),
      Plot.dot(data.points, { fy: "group", y: "series", x: "value", r: 3, fill: d => colour(d.series), fillOpacity: 0.45 }),
      Plot.tickX(medians, { fy: "group", y: "series", x: "value", stroke: d => colour(d.series), strokeWidth: 3 }),
      Plot.text(medians, { fy: "group", y: "series", x: "value", text: d => format(d.value), textAnchor: "start", dx: 9, fill: "currentColor", stroke: "var(--card)", strokeWidth: 4 }),
    ],
  });
}

// One bar per group and series, with its value.
function drawBars(data, colour) {
  return Plot.plot({
    ...common(data, data.groups),
    height: 46 + data.groups.length * (10 + 17 * data.series.length),
    marginRight: 70,
    x: { type: data.logarithmic ? "symlog" : "linear", label: data.unit, grid: true, zero: true, tickFormat: ",~r", ticks: 6 },
    y: { axis: null, domain: data.series, padding: 0.12 },
    fy: { domain: data.groups, label: null, padding: 0.25, axis: "left" },
    marks: [
      Plot.barX(data.points, { fy: "group", y: "series", x: "value", fill: d => colour(d.series), fillOpacity: 0.85 }),
      Plot.text(data.points, { fy: "group", y: "series", x: "value", text: d => format(d.value), textAnchor: "start", dx: 5, fill: "currentColor" }),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
      ...(data.mark ? [Plot.ruleX([data.mark], { stroke: "currentColor", strokeDasharray: "4 3" })] : []),
    ],
  });
}

function format(value) {
  return value >= 1000 ? d3.format(",.0f")(value) : value >= 100 ? d3.format(".0f")(value) : value >= 10 ? d3.format(".1f")(value) : d3.format(".2f")(value);
}
