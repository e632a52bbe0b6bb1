# Resumen
revenue = Ingresos
seats = Plazas
met = Conseguido
any-of = Basta con uno de estos
at-risk = En riesgo
way-to-gold = El camino a Gold
next = Siguiente paso
next-revenue = { $money } más de ingresos
next-any = Cualquiera de estos te acerca un paso
next-more = { $count ->
    [one] y 1 más
   *[other] y { $count } más
}
clause-and = {" "}y además{" "}
chart-title = Últimos { $months } meses
chart-products = { $products }: ingresos que cuentan, día a día; a trazos, sin ventas nuevas
chart-what = ingresos que cuentan, día a día; a trazos, sin ventas nuevas
chart-today = hoy
chart-falls-short = { $day }: bajo { $level }
chart-summary = Gráfico de los últimos { $months } meses: { $money } a { $day }
count-sales = { $count ->
    [one] venta cuenta
   *[other] ventas cuentan
}
count-left-out = { $count ->
    [one] no
   *[other] no
}
count-people = { $count ->
    [one] persona,
   *[other] personas,
}
count-credentials = { $count ->
    [one] credencial
   *[other] credenciales
}
count-findings = { $count ->
    [one] incidencia por revisar
   *[other] incidencias por revisar
}
next-fewer = Ver menos
chart-summary-level = { $level } pide { $money }
chart-summary-run-off = Sin ventas nuevas, { $money } a { $day }
chart-came-in = entran { $money }
chart-went-out = salen del periodo { $money }
chart-no-new-sales = sin ventas nuevas
chart-no-sales = aún no hay ventas: importa un archivo de ingresos
chart-none-count = ninguna venta cuenta; la página Ingresos dice por qué
instead-of = en vez de «{ $verdict }»
