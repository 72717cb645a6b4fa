// Draws the plots of a report: each <figure data-plot> holds its data as JSON. Tables need no script.
"use strict";
const draw = { dots: drawDots, strips: drawStrips, bars: drawBars };
for (const figure of document.querySelectorAll("figure[data-plot]")) {
  const data = JSON.parse(figure.querySelector("script").textContent);
  const colours = new Map(data.series.map(series => [series.name, `var(--${series.colour})`]));
  const legend = document.createElement("div");
  legend.className = "legend";
  for (const [name, colour] of colours) {
    const entry = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = colour;
    entry.append(swatch, name);
    legend.append(entry);
  }
  figure.append(legend, draw[figure.dataset.plot](data, point => colours.get(point.series)));
}

function common(data, rowHeight) {
  const marginLeft = Math.max(60, 24 + 7.2 * Math.max(...data.groups.map(group => group.length)));
  return {
    width: Math.max(1040, marginLeft + 480), // however long the names are, something is left for the figures
    height: 60 + data.groups.length * rowHeight,
    marginLeft,
    marginRight: 80,
    marginBottom: 46,
    style: { background: "transparent", fontSize: "12.5px", overflow: "visible" },
  };
}

function valueAxis(data) {
  const axis = { label: data.unit, labelAnchor: "center", labelArrow: "none", labelOffset: 40, grid: true };
  if (!data.logarithmic) return { ...axis, zero: true, nice: true, tickFormat: ",~r", ticks: 8 };
  const largest = d3.max(data.points, point => point.value);
  // Counts may be zero, which a logarithm has no place for.
  if (!(d3.min(data.points, point => point.value) > 0)) {
    return { ...axis, type: "symlog", tickFormat: d3.format("~s"), ticks: [0, ...d3.range(1, 13).map(power => 10 ** power).filter(tick => tick <= largest)] };
  }
  const ticks = decades(data);
  return { ...axis, type: "log", domain: [ticks[0], ticks.at(-1)], ticks, tickFormat: tick => d3.format(tick < 1e5 ? ",~r" : "~s")(tick) };
}

// 1, 10, 100 where the values span many decades, 1, 2, 5, 10 where they do not: from the last one below the values to the first above.
function decades(data) {
  const [low, high] = d3.extent(data.points, point => point.value);
  const parts = Math.log10(high / low) > 3 ? [1] : [1, 2, 5];
  const all = d3.range(Math.floor(Math.log10(low)) - 1, Math.ceil(Math.log10(high)) + 2).flatMap(power => parts.map(part => part * 10 ** power));
  return all.filter((tick, i) => all[i + 1] >= low && !(all[i - 1] >= high));
}

function rows(data) {
  return { y: { axis: null, domain: data.series.map(series => series.name), padding: 0.1 },
           fy: { domain: data.groups, label: null, padding: 0.25, axis: "left" } };
}

function medians(data) {
  return d3.flatRollup(data.points, points => d3.median(points, point => point.value), d => d.group, d => d.series)
    .map(([group, series, value]) => ({ group, series, value }));
}

// Every sample as a dot, the median as a bar across with its value: one line per group and series.
function drawDots(data, colour) {
  const line = { fy: "group", y: "series", x: "value" };
  return Plot.plot({
    ...common(data, 14 + 15 * data.series.length), x: valueAxis(data), ...rows(data),
    marks: [
      Plot.dot(data.points, { ...line, r: 3, fill: colour, fillOpacity: 0.45 }),
      Plot.tickX(medians(data), { ...line, stroke: colour, strokeWidth: 3 }),
      // Beside the last of its dots, so that it covers none.
      Plot.text(medians(data), { ...line, x: d => d3.max(data.points.filter(p => p.group === d.group && p.series === d.series), p => p.value),
                                 text: d => format(d.value), textAnchor: "start", dx: 9, fill: "currentColor" }),
    ],
  });
}

// Medians of all series on one line per group, joined where they differ.
function drawStrips(data, colour) {
  const values = medians(data);
  const spans = d3.flatRollup(values, all => d3.extent(all, d => d.value), d => d.group).map(([group, [from, to]]) => ({ group, from, to }));
  return Plot.plot({
    ...common(data, 17), x: valueAxis(data), y: { domain: data.groups, label: null },
    marks: [
      Plot.ruleY(spans, { y: "group", x1: "from", x2: "to", stroke: "currentColor", strokeOpacity: 0.25 }),
      Plot.dot(values, { y: "group", x: "value", r: 4, fill: colour, title: d => `${d.group}, ${d.series}: ${format(d.value)} ${data.unit}`, tip: true }),
    ],
  });
}

// One bar per group and series, with its value.
function drawBars(data, colour) {
  const line = { fy: "group", y: "series", x: "value" };
  return Plot.plot({
    ...common(data, 10 + 17 * data.series.length), x: valueAxis(data), ...rows(data),
    marks: [
      Plot.barX(data.points, { ...line, fill: colour, fillOpacity: 0.9 }),
      Plot.text(data.points, { ...line, text: d => format(d.value), textAnchor: "start", dx: 5, fill: "currentColor" }),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
      ...(data.mark ? [Plot.ruleX([data.mark], { stroke: "currentColor", strokeDasharray: "4 3" })] : []),
    ],
  });
}

function format(value) {
  if (Number.isInteger(value) || value >= 1000) return d3.format(",.0f")(value);
  return d3.format(value >= 100 ? ".0f" : value >= 10 ? ".1f" : ".2f")(value);
}
