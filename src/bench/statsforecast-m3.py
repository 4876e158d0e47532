#!/usr/bin/env python3
"""AutoETS, AutoTheta and AutoARIMA of Nixtla's statsforecast, and their average, on series prepared by ../shared/bench/forecasts.py.
usage: statsforecast-m3.py TRAIN.csv HORIZON SEASON OUT_DIR     writes OUT_DIR/NAME.csv (unique_id,ds,forecast,lo95,hi95) and OUT_DIR/times.txt
"""
import os
import sys
import time

import pandas
from statsforecast import StatsForecast
from statsforecast.models import AutoARIMA, AutoETS, AutoTheta

train, horizon, season, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
MODELS = {'AutoTheta': AutoTheta, 'AutoETS': AutoETS, 'AutoARIMA': AutoARIMA}
COLUMNS = ['forecast', 'lo95', 'hi95']


def processor_seconds():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def write(name, table):
    table.to_csv(f'{out}/{name}.csv', columns=['unique_id', 'ds'] + COLUMNS, index=False)


os.makedirs(out, exist_ok=True)
series = pandas.read_csv(train, dtype={'unique_id': str})
# what is compiled on first use is compiled before the clock starts
warm_up = series[series.unique_id == series.unique_id.iloc[0]]
tables = []
with open(f'{out}/times.txt', 'w') as log:
    for name, model in MODELS.items():
        StatsForecast(models=[model(season_length=season)], freq=1).forecast(df=warm_up, h=horizon, level=[95])
        clock, processor = time.time(), processor_seconds()
        table = StatsForecast(models=[model(season_length=season)], freq=1, n_jobs=-1).forecast(df=series, h=horizon, level=[95]).reset_index()
        print(f'{name} {time.time() - clock:.1f} s, processor {processor_seconds() - processor:.1f} s', file=log, flush=True)
        table = table.rename(columns={name: 'forecast', f'{name}-lo-95': 'lo95', f'{name}-hi-95': 'hi95'})
        write(name, table)
        tables.append(table.set_index(['unique_id', 'ds'])[COLUMNS])
write('Average', (sum(tables) / len(tables)).reset_index())
