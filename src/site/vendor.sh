#!/usr/bin/env bash
# usage: src/site/vendor.sh
# Refreshes what the page uses of others (src/main/resources/web/vendor) from npm: pinned versions, their licences beside
# them, and of ECharts only the parts the page draws with (540 kB instead of 1,100). The page itself has no build step.
set -euo pipefail
ECHARTS=6.1.0 MARKED=18.2.1 DOMPURIFY=3.4.18 ESBUILD=0.28.2

vendor="$(cd "$(dirname "$0")/../main/resources/web/vendor" && pwd)"
work="$(mktemp -d)"; trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund "echarts@$ECHARTS" "marked@$MARKED" "dompurify@$DOMPURIFY" "esbuild@$ESBUILD"

cat > echarts.js <<'JS'
import { init, use } from 'echarts/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
use([BarChart, LineChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, LabelLayout, CanvasRenderer]);
export { init };
JS
echo "export { marked } from 'marked';" > marked.js
echo "export { default } from 'dompurify';" > purify.js

for name in echarts marked purify; do
  npx esbuild "$name.js" --bundle --minify --format=esm --target=es2022 --legal-comments=none --outfile="$vendor/$name.js" --log-level=warning
done
cp node_modules/echarts/LICENSE "$vendor/echarts.LICENSE"
cp node_modules/echarts/NOTICE "$vendor/echarts.NOTICE"
cp node_modules/zrender/LICENSE "$vendor/zrender.LICENSE"
cp node_modules/marked/LICENSE* "$vendor/marked.LICENSE"
cp node_modules/dompurify/LICENSE "$vendor/purify.LICENSE"
cat > "$vendor/README.md" <<MD
Written by src/site/vendor.sh; do not edit.

| file | from npm | licence |
| --- | --- | --- |
| echarts.js | echarts $ECHARTS (line, bar and scatter charts on canvas) with zrender $(node -p "require('./node_modules/zrender/package.json').version") | Apache-2.0, BSD-3-Clause |
| marked.js | marked $MARKED | MIT |
| purify.js | dompurify $DOMPURIFY | MPL-2.0 or Apache-2.0 |
MD
