# El resumen de preparación.

summary-title = Resumen de preparación
summary-edition = edición { $edition }
summary-as-of = a { $date } · { $market }
summary-market-developed = mercado desarrollado
summary-market-developing = mercado en desarrollo

summary-bar-revenue = Ingresos
summary-bar-seats = Plazas
summary-bar-or-revenue = o ingresos
summary-bar-or-seats = o plazas

# Qué falta, por rol
summary-missing = Qué falta, por rol
summary-role = Rol y plaza
summary-person = Persona
summary-held = Aprobado
summary-to-pass = Por aprobar
summary-nothing = nada
summary-one-way = { $levels }, una opción entre varias
summary-more-seats = { $count ->
    [one] y 1 plaza más
   *[other] y { $count } plazas más
}

# Ingresos
summary-revenue = Ingresos de los últimos doce meses
summary-counted = Cuentan
summary-sales = { $count ->
    [one] 1 venta, del { $from } al { $to }
   *[other] { $count } ventas, del { $from } al { $to }
}
summary-asks = { $level } pide
summary-short = faltan { $amount }
summary-reached = alcanzado
summary-no-threshold = { $level } no tiene umbral para este mercado
summary-sales-left-out = Ventas que no cuentan
summary-chart = Gráfico de líneas de los ingresos que cuentan: { $first } el { $from }, { $last } el { $to }.
summary-chart-run-off = Sin ventas nuevas son { $money } el { $day }.

# Justo debajo del título
summary-assumed = Supuesto, no leído de ningún archivo
summary-with-assumptions = con supuestos
summary-assumed-note = Un supuesto: este resultado cuenta con { $what }.
summary-assumed-sales = con ventas supuestas
summary-more = y { $count } más

# Lo que ha elegido el usuario
summary-chosen = Elegido para este resultado
chosen-kept-out = { $count ->
    [one] { $names } no ocupa ninguna plaza.
   *[other] { $names } no ocupan ninguna plaza.
}
chosen-pinned = { $names }.
chosen-pin = { $who } debe ocupar una plaza como { $role }
chosen-files = Aunque ninguna columna lo diga, las ventas de { $names } cuentan como asociadas.
chosen-customers = Aunque ninguna columna lo diga, las ventas a { $names } cuentan como asociadas.
chosen-associated = Las ventas de archivos que no dicen nada de la asociación cuentan como asociadas.
chosen-rates = { $names }.
chosen-rate = 1 { $currency } cuenta como { $rate } { $in }
chosen-full-months = Cuentan los doce meses completos anteriores al mes de ese día, no los doce meses hasta ese día.

# Quién debería examinarse de qué
summary-next = Quién debería examinarse de qué
summary-next-how = { $shown ->
    [one] Este es el siguiente paso.
   *[other] Cualquiera de estos exámenes es un paso; los mejores van primero.
}{ $more ->
    [0] {""}
    [one] {" "}Hay 1 más que también sirve.
   *[other] {" "}Hay { $more } más que también sirven.
}
summary-anyone = Cualquiera
summary-reaches = consigue { $levels }
summary-completes = completa las plazas de { $levels }
summary-nearer = resta un examen a { $levels }

# Riesgos y razones
summary-at-risk = En riesgo
summary-no-new-sales = Sin ventas nuevas, el
summary-would-count = cuentan, en { $currency }
summary-to-sell = por vender para { $level }
summary-why = Por qué no bastan menos exámenes

# Qué se ha observado, y los archivos
summary-findings = Incidencias que pueden cambiar el resultado
summary-notes = Otras cosas observadas
summary-notes-help = No cambian el resultado. La ventana y el libro las enumeran.
summary-finding = Incidencia
summary-count = Veces
summary-what-to-do = Qué hacer
summary-sources = Archivos de origen
summary-file = Archivo
summary-changed = Guardado el
summary-sum = SHA-256, abreviado
summary-rows = Filas
summary-taken = Aceptadas
summary-rows-left-out = Descartadas
summary-more-files = { $count ->
    [one] y 1 archivo más
   *[other] y { $count } archivos más
}
summary-no-sources = Todavía no se ha importado ningún archivo.

# Al pie de cada página
summary-file-line = { $file } { $rows ->
    [one] 1 fila
   *[other] { $rows } filas
}
summary-file-line-left-out = { $file } { $rows ->
    [one] 1 fila
   *[other] { $rows } filas
}, { $leftout ->
    [one] 1 excluida
   *[other] { $leftout } excluidas
}
summary-page = Touchstone { $version } · página { $page } de { $pages }

# Las partes del resumen, para elegir
part-verdicts = Veredictos
part-revenue = Ingresos y su gráfico
part-checklist = Lista por rol y plaza
part-next = Quién debería examinarse de qué
part-risks = Qué está en riesgo
part-assumed = Qué se supone
part-proof = Por qué no bastan menos exámenes
part-sources = Archivos
part-findings = Incidencias

# La página de una persona
person-kept-out = No ocupa ninguna plaza porque así se ha elegido.
person-no-seat = No ocupa ninguna plaza.
person-holds = Aprobado
person-holds-nothing = No se ha leído ningún examen de esta persona.
person-next = De qué examinarse ahora y por qué
person-next-nothing = Ahora mismo, ningún examen por sí solo, si lo aprueba esta persona, acerca a la empresa a un nivel.
person-seats = Plazas a su alcance
person-seats-nothing = Este reglamento no pide personas.
person-id = MCP ID { $id }
person-exam = Examen
person-date = Aprobado el
person-undated = sin fecha
person-counts = Cuenta
person-where = Leído en
person-row = fila { $row }
person-why = Qué aporta
person-role = Rol
person-far = Cuánto falta

# El libro con las filas excluidas
left-out-row = Fila en el archivo
left-out-why = Por qué se ha excluido
left-out-reason = { $what }. { $help }
left-out-reason-in-column = { $column }: { $what }. { $help }
left-out-sheet = Filas fuera
