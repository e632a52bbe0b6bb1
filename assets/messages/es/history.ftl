# Historial
page-history = Historial
history-what = Se guarda un resultado cada día en que guardas y algo ha cambiado. Compara dos cualesquiera para ver por qué se ha movido un nivel.
history-changes = Qué ha cambiado
history-results = Resultados
history-none = Todavía no hay ningún resultado guardado. Guarda tu área de trabajo, o guarda el resultado de hoy.
history-now = Ahora
history-from = Del
history-to = a
history-as-of = con fecha { $day }
command-keep-result = Guardar el resultado de hoy
    .tooltip = Sustituye a otro del mismo día
command-remove-result = Quitar este resultado
history-no-level-moved = Ningún nivel está más cerca ni más lejos.
history-reached = Alcanzado. Antes: { $before }.
history-lost = Perdido: { $after }.
history-moved = { $before } → { $after }
history-still = Sigue igual: { $after }
history-no-such-level = no está en las reglas
history-no-requirement = no se pedía
history-seats-filled = todas las plazas cubiertas
history-exams-missing = { $exams ->
    [one] falta 1 examen
   *[other] faltan { $exams } exámenes
}
history-requirement = { $before } → { $after }
history-because = { $moved }; motivo: { $causes }
cause-edition = otras reglas
cause-settings = otros ajustes
cause-new-credentials = nuevos aprobados
cause-new-people = personas nuevas
cause-lost-credentials = aprobados que ya no cuentan
cause-people-gone = personas que ya no están
cause-sales-in = ventas de días nuevos
cause-sales-out = ventas demasiado antiguas para contar
cause-sales-within = exportaciones que han cambiado
history-settings = Reglas y ajustes
history-new-credentials = Nuevos aprobados
history-lost-credentials = Aprobados que ya no cuentan
history-new-people = Personas nuevas
history-people-gone = Personas que ya no están
history-sales-in = Ventas de días nuevos
history-sales-out = Ventas demasiado antiguas para contar
history-sales-within = Ventas de los mismos días, donde las exportaciones han cambiado
history-lost-person = las exportaciones ya no tienen a esta persona
history-lost-ended = contaba hasta el { $day }
history-lost-not-there = las exportaciones ya no lo tienen
history-lost-edition = las otras reglas no lo piden
history-edition = { $before } → { $after }
history-set-as-of = Fecha: { $before } → { $after }
history-set-market = Mercado: { $before } → { $after }
history-set-window = Cuentan las ventas de: { $before } → { $after }
history-set-associated = Los clientes sin indicación cuentan como asociados
history-set-not-associated = Los clientes sin indicación ya no cuentan como asociados
history-set-rates = Otros tipos de cambio
history-set-pins = Hay otras personas fijadas en plazas
history-set-kept-out = Hay otras personas apartadas de las plazas
history-sales = { $count ->
    [one] 1 venta
   *[other] { $number } ventas
}, { $money } ({ $months })
history-more = y { $count } más
